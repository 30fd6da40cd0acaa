package org.activationdesk.activation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.activationdesk.purchase.OrderKey;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction knows of activations, as several steps of the process ask for the same one: what it has read, with what it
 * has changed since. It ends with the transaction, and rests while another one runs in between.
 */
final class KnownActivations implements TransactionSynchronization {
    private final Map<OrderKey, Activation> known = new HashMap<>();

    private KnownActivations() {}

    /** Knows nothing outside of a transaction. */
    static KnownActivations inThisTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return new KnownActivations();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(KnownActivations.class::isInstance)
                .map(KnownActivations.class::cast)
                .findFirst()
                .orElseGet(KnownActivations::begin);
    }

    private static KnownActivations begin() {
        KnownActivations nothing = new KnownActivations();
        TransactionSynchronizationManager.registerSynchronization(nothing);
        return nothing;
    }

    Optional<Activation> find(OrderKey order, Function<OrderKey, Activation> read) {
        return Optional.ofNullable(known.computeIfAbsent(order, read));
    }

    void know(Activation activation) {
        known.put(activation.order(), activation);
    }

    void change(OrderKey order, UnaryOperator<Activation> change) {
        known.computeIfPresent(order, (same, before) -> change.apply(before));
    }

    /** It is read anew when somebody asks. */
    void forget(OrderKey order) {
        known.remove(order);
    }
}
