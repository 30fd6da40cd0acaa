package org.activationdesk.mail;

import java.util.ArrayList;
import java.util.List;
import org.activationdesk.purchase.OrderKey;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction has for the {@link Tray}: it is put there after the commit, and nothing after anything else. */
final class HandOver implements TransactionSynchronization {
    private final Tray tray;
    private final List<Waiting> mails = new ArrayList<>();
    private boolean inTable;

    private HandOver(Tray tray) {
        this.tray = tray;
    }

    static HandOver inThisTransaction(Tray tray) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(HandOver.class::isInstance)
                .map(HandOver.class::cast)
                .findFirst()
                .orElseGet(() -> begin(tray));
    }

    private static HandOver begin(Tray tray) {
        HandOver nothing = new HandOver(tray);
        TransactionSynchronizationManager.registerSynchronization(nothing);
        return nothing;
    }

    /** False where there is no place for it, so that it waits in the table; somebody is called there then. */
    boolean offer(Waiting mail) {
        boolean taken = tray.keepPlace();
        if (taken) {
            mails.add(mail);
        } else {
            inTable = true;
        }
        return taken;
    }

    /** The links of an order end before their mails have left. */
    void endLinks(OrderKey order) {
        mails.removeIf(mail -> mail.bringsLink() && mail.intent().order().equals(order) && tray.freePlace());
    }

    @Override
    public void afterCompletion(int status) {
        boolean committed = status == STATUS_COMMITTED;
        mails.forEach(mail -> {
            if (committed) {
                tray.put(mail);
            } else {
                tray.freePlace();
            }
        });
        if (committed && inTable) {
            tray.call();
        }
    }
}
