package org.activationdesk.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What waits in a transaction. It goes with the transaction, whatever comes of that, and rests while another one runs in between. */
final class Waiting implements TransactionSynchronization {
    private final Map<Class<? extends Entries>, Entries> entries = new LinkedHashMap<>();

    private Waiting() {}

    static boolean isPossible() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    static Map<Class<? extends Entries>, Entries> inThisTransaction() {
        Waiting known = find();
        if (known == null) {
            known = new Waiting();
            TransactionSynchronizationManager.registerSynchronization(known);
        }
        return known.entries;
    }

    /** All that waits; from now on nothing does. */
    static List<Entries> take() {
        Waiting known = find();
        if (known == null) {
            return List.of();
        }
        List<Entries> all = List.copyOf(known.entries.values());
        known.entries.clear();
        return all;
    }

    private static Waiting find() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Waiting waiting) {
                return waiting;
            }
        }
        return null;
    }
}
