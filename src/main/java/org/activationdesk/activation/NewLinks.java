package org.activationdesk.activation;

import org.activationdesk.mail.MailKind;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A new link for one that has expired, to the address that had the old one and to no other. */
@Component
public class NewLinks {
    private static final int MOST_A_DAY = 3;

    private final ActivationLinks links;
    private final Activations activations;
    private final Correspondence correspondence;

    NewLinks(ActivationLinks links, Activations activations, Correspondence correspondence) {
        this.links = links;
        this.activations = activations;
        this.correspondence = correspondence;
    }

    /** Mails it where there is reason to; whoever asks is never told whether. */
    @Transactional
    public void send(String expiredToken) {
        links.findExpired(expiredToken).ifPresent(this::send);
    }

    /** As above, for somebody who may ask for it. */
    @Transactional
    public void send(OrderKey order) {
        Activation activation = activations.lock(order);
        if (activation.status().holder() != Party.ADMINISTRATOR || links.mailedToday(order) >= MOST_A_DAY) {
            return;
        }
        correspondence.sendLink(activation, MailKind.ACTIVATION);
        activations.note(order, TimelineEvent.NEW_LINK_SENT, "link", activation.administratorEmail());
    }
}
