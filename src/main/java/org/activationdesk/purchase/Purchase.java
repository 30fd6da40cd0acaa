package org.activationdesk.purchase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A product key that a partner sold.
 *
 * @param usageStart first day on which the key can be used; null means at once
 * @param listValue in {@code currency} (ISO 4217); both are null when not told
 * @param contacts at most one per role
 * @param subscription the subscription as it is before the key is used; null where the partner does not tell
 */
public record Purchase(
        OrderKey order,
        Agreement agreement,
        String product,
        int quantity,
        LocalDate orderedOn,
        LocalDate usageStart,
        BigDecimal listValue,
        String currency,
        List<Contact> contacts,
        Subscription subscription) {}
