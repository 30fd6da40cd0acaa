package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Purchases that the partner takes back. */
@Component
public class Withdrawals {
    private final Activations activations;
    private final ActivationProcess process;

    Withdrawals(Activations activations, ActivationProcess process) {
        this.activations = activations;
        this.process = process;
    }

    /**
     * Withdraws a purchase; once more changes nothing, nor does it where the key has lapsed.
     *
     * @throws AlreadyActive where the subscription is active and only a support case can help
     */
    @Transactional
    public void withdraw(OrderKey order, String who, String reason) {
        Activation activation = activations.lock(order);
        if (activation.status() == ActivationStatus.WITHDRAWN || activation.status() == ActivationStatus.LAPSED) {
            return;
        }
        if (activation.status() == ActivationStatus.RENEWED || activation.status() == ActivationStatus.ACTIVE) {
            throw new AlreadyActive(order);
        }
        activations.end(order, TimelineEvent.PURCHASE_WITHDRAWN, who, reason);
        process.withdrawn(order);
    }

    /** The key has been redeemed; it cannot be taken back here. */
    public static class AlreadyActive extends RuntimeException {
        AlreadyActive(OrderKey order) {
            super("The key of order " + order.number()
                    + " has been redeemed and cannot be withdrawn. Open a support case with Microsoft.");
        }
    }
}
