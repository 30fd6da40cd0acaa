package org.activationdesk.benchmark;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.WatchedPostbox;

/** An administrator goes on when the link has come, and an order is done when both confirmations have. */
final class MilestonesOfTheDesk implements WatchedPostbox.Watch {
    private final Set<String> confirmedOnce = ConcurrentHashMap.newKeySet();
    private final Milestones milestones;

    MilestonesOfTheDesk(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public void sent(MailIntent intent) {
        String order = intent.order().number();
        if (intent.kind() == MailKind.ACTIVATION) {
            milestones.reached(order, Milestones.INVITED);
        } else if (!confirmedOnce.add(order)) {
            confirmedOnce.remove(order);
            milestones.reached(order, Milestones.ENDED);
        }
    }
}
