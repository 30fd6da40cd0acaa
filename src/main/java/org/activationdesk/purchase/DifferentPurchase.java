package org.activationdesk.purchase;

/** A different purchase is already known under the same order number. */
public class DifferentPurchase extends RuntimeException {
    public DifferentPurchase(OrderKey order) {
        super("Order " + order.number() + " is already known with other contents. Send it under a number of its own, "
                + "or withdraw the first one.");
    }
}
