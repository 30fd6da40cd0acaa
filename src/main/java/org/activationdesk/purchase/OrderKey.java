package org.activationdesk.purchase;

import java.util.regex.Pattern;

/**
 * Identifies a purchase: order numbers are unique per partner, so the partner belongs to the key.
 *
 * @param partner id of the partner that sold the key
 * @param number the partner's order number, in the form of {@link #NUMBER}
 */
public record OrderKey(String partner, String number) {
    /** Letters, digits, dot, underscore and hyphen, so that a number can stand in an address as it is. */
    public static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public OrderKey {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("Not an order number: use letters, digits, '.', '_' and '-'");
        }
    }

    /** Reads {@code <partner>/<order number>}, the business key of a process instance. */
    public static OrderKey of(String businessKey) {
        int slash = businessKey.indexOf('/');
        return new OrderKey(businessKey.substring(0, slash), businessKey.substring(slash + 1));
    }

    @Override
    public String toString() {
        return partner + "/" + number;
    }
}
