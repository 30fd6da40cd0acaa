package org.activationdesk.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What waits in a transaction. It goes with that, whatever comes of it, and rests while another one runs in between. */
final class Pending implements TransactionSynchronization {
    private final Map<Class<? extends Entries>, Entries> entries = new LinkedHashMap<>();

    private Pending() {}

    static Map<Class<? extends Entries>, Entries> inThisTransaction() {
        Pending known = find();
        if (known == null) {
            known = new Pending();
            TransactionSynchronizationManager.registerSynchronization(known);
        }
        return known.entries;
    }

    /** All that waits; from now on nothing does. */
    static List<Entries> take() {
        Pending known = find();
        if (known == null) {
            return List.of();
        }
        List<Entries> all = List.copyOf(known.entries.values());
        known.entries.clear();
        return all;
    }

    private static Pending find() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Pending pending) {
                return pending;
            }
        }
        return null;
    }
}
