package org.activationdesk.activation;

import java.util.UUID;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.Outcome;
import org.activationdesk.mail.SentMail;
import org.activationdesk.purchase.Agreements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** News of mails that the mail server had taken: they bounced, are late, or were answered by a machine. */
@Component
public class MailNews {
    private final Activations activations;
    private final Invitations invitations;
    private final Agreements agreements;
    private final Mails mails;

    MailNews(Activations activations, Invitations invitations, Agreements agreements, Mails mails) {
        this.activations = activations;
        this.invitations = invitations;
        this.agreements = agreements;
        this.mails = mails;
    }

    /** Takes news in. Safe to repeat: old news changes nothing, and neither does news that the activation has outrun. */
    @Transactional
    public Reception receive(UUID id, Outcome outcome) {
        SentMail found = mails.find(id).orElse(null);
        if (found == null) {
            return Reception.UNKNOWN_MAIL;
        }
        Activation activation = activations.lock(found.order());
        SentMail mail = mails.find(id).orElseThrow();
        if (!mail.concluded()) {
            return Reception.TOO_EARLY;
        }
        if (mails.becomes(id, outcome)) {
            follow(activation, mail, outcome);
        }
        return Reception.TAKEN;
    }

    private void follow(Activation activation, SentMail mail, Outcome outcome) {
        if (outcome.state() == MailState.BOUNCED) {
            if (waitsForAnswerTo(activation, mail)) {
                invitations.bounced(activation);
            } else if (mail.kind() == MailKind.CONTACT_CHECK) {
                agreements.invalidate(activation.agreementId(), mail.recipient(), EscalationReason.BOUNCED.code());
            }
        } else if (outcome.state() == MailState.DELAYED) {
            note(activation, TimelineEvent.EMAIL_DELAYED, outcome.answer());
        } else if (outcome.state() == MailState.AUTO_REPLIED) {
            note(
                    activation,
                    TimelineEvent.EMAIL_ANSWERED_AUTOMATICALLY,
                    outcome.absentUntil() == null ? null : outcome.absentUntil().toString());
        }
    }

    /** Whoever has signed in got the mail some way or other; a person who was named later has nothing to do with it. */
    private static boolean waitsForAnswerTo(Activation activation, SentMail mail) {
        return mail.kind() == MailKind.ACTIVATION
                && activation.status() == ActivationStatus.INVITED
                && mail.recipient().equals(activation.administratorEmail());
    }

    private void note(Activation activation, TimelineEvent event, String detail) {
        activations.note(activation.order(), event, Activations.DESK, detail);
    }

    /** How news is received. */
    public enum Reception {
        TAKEN,
        UNKNOWN_MAIL,
        /** It was faster than the step that sent the mail; it comes again. */
        TOO_EARLY
    }
}
