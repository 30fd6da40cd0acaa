package org.activationdesk.benchmark;

/**
 * Somebody who takes orders from purchase to active subscription. Each call ends with its commit. The mails go out by
 * themselves; {@link Milestones} tells when an administrator has been invited and when an order has ended.
 */
interface Contestant {
    void takePurchaseIn(Order order);

    void signIn(Order order);

    /** Lists the administrator's tasks and completes the one found. */
    void accept(Order order);

    /** Lists the administrator's tasks and completes the one found. */
    void renew(Order order);

    /** Leaves behind an order for each kind of holder, and one that has ended; see {@link Sample}. */
    default void open() {
        throw new UnsupportedOperationException();
    }
}
