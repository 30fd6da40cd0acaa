package org.activationdesk.activation;

import java.util.HashMap;
import java.util.Map;
import org.activationdesk.purchase.OrderKey;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read of activations, as several steps of the process ask for the same one. It ends with the
 * transaction, and rests while another one runs in between.
 */
final class KnownActivations implements TransactionSynchronization {
    private final Map<OrderKey, Activation> known = new HashMap<>();

    private KnownActivations() {}

    /** Empty outside of a transaction: nothing is kept there. */
    static Map<OrderKey, Activation> inThisTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return new HashMap<>();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(KnownActivations.class::isInstance)
                .map(KnownActivations.class::cast)
                .findFirst()
                .orElseGet(KnownActivations::begin)
                .known;
    }

    private static KnownActivations begin() {
        KnownActivations nothing = new KnownActivations();
        TransactionSynchronizationManager.registerSynchronization(nothing);
        return nothing;
    }
}
