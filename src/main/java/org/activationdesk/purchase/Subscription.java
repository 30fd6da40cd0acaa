package org.activationdesk.purchase;

import java.time.LocalDate;

/** A subscription as it is before a key is used; what is not known is null. */
public record Subscription(LocalDate endDate, Integer seats) {}
