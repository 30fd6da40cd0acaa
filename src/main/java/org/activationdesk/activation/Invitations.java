package org.activationdesk.activation;

import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.Mails;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites the administrator, and takes the invitation back where it reached the wrong person. */
@Component
public class Invitations {
    private static final int LONGEST_NOTE = 500;

    private final Activations activations;
    private final Agreements agreements;
    private final Correspondence correspondence;
    private final Mails mails;
    private final ActivationProcess process;

    Invitations(
            Activations activations,
            Agreements agreements,
            Correspondence correspondence,
            Mails mails,
            ActivationProcess process) {
        this.activations = activations;
        this.agreements = agreements;
        this.correspondence = correspondence;
        this.mails = mails;
        this.process = process;
    }

    /** Mails the activation link. */
    public void send(OrderKey order) {
        Activation activation = activations.get(order);
        correspondence.sendLink(activation, MailKind.ACTIVATION);
        activations.note(order, TimelineEvent.ACTIVATION_EMAIL_SENT, Activations.DESK, activation.administratorEmail());
    }

    /** Mails the link once more after the partner has confirmed the organisation, for the administrator to go on. */
    public void sendGoAhead(OrderKey order) {
        correspondence.sendLink(activations.get(order), MailKind.GO_AHEAD);
    }

    /**
     * Somebody who got the link says that it is not for them.
     *
     * @param note what they add, or an empty text; the partner reads it
     * @return false where the activation has gone on meanwhile, so that there is nothing to take back
     */
    @Transactional
    public boolean notTheAdministrator(OrderKey order, String note) {
        Activation activation = activations.lock(order);
        if (activation.status() != ActivationStatus.INVITED) {
            return false;
        }
        takeBack(
                activation,
                TimelineEvent.NOT_THE_ADMINISTRATOR_REPORTED,
                "link",
                EscalationReason.NOT_THE_ADMINISTRATOR,
                activation.administratorEmail() + quoted(note));
        mails.revokeLinks(order);
        process.notTheAdministrator(order);
        return true;
    }

    /**
     * Takes the activation from its administrator, and the partner is asked for another one.
     *
     * @param note what was said about it, or an empty text; the partner reads it
     * @return false where there is nobody to take it from, or it is too late
     */
    public boolean dismiss(OrderKey order, String who, EscalationReason reason, String note) {
        Activation activation = activations.lock(order);
        boolean questioned = activation.status() == ActivationStatus.WITH_PARTNER && activation.accountId() != null;
        if (activation.status().holder() != Party.ADMINISTRATOR && !questioned) {
            return false;
        }
        takeBack(
                activation,
                TimelineEvent.ADMINISTRATOR_DISMISSED,
                who,
                reason,
                activation.administratorEmail() + quoted(note));
        mails.revokeLinks(order);
        process.notTheAdministrator(order);
        return true;
    }

    /**
     * Whether the activation waits for whoever reads this address to act. With a key that has been redeemed nothing is
     * left for another administrator to do.
     */
    public static boolean isAsked(Activation activation, String address) {
        return activation.status().holder() == Party.ADMINISTRATOR
                && activation.status() != ActivationStatus.RENEWED
                && address.equals(activation.administratorEmail());
    }

    /**
     * No mail reaches the administrator: the partner is asked for another, and the link ends.
     *
     * @param reason {@code BOUNCED} or {@code RECIPIENT_REJECTED}
     */
    public void unreachable(Activation activation, EscalationReason reason) {
        takeBack(activation, reason);
        mails.revokeLinks(activation.order());
        process.bounced(activation.order());
    }

    private void takeBack(Activation activation, EscalationReason reason) {
        TimelineEvent event =
                reason == EscalationReason.BOUNCED ? TimelineEvent.EMAIL_BOUNCED : TimelineEvent.RECIPIENT_REJECTED;
        takeBack(activation, event, Activations.DESK, reason, activation.administratorEmail());
    }

    private static String quoted(String note) {
        String said = note.replaceAll("\\p{Cntrl}+", " ").strip();
        return said.isEmpty() ? "" : " (“" + said.substring(0, Math.min(said.length(), LONGEST_NOTE)) + "”)";
    }

    private void takeBack(
            Activation activation, TimelineEvent event, String who, EscalationReason reason, String detail) {
        agreements.invalidate(activation.agreementId(), activation.administratorEmail(), reason.code());
        activations.escalate(activation.order(), event, who, reason, detail);
    }
}
