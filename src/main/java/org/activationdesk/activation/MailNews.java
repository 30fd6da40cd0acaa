package org.activationdesk.activation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailKind.Asked;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.Outcome;
import org.activationdesk.mail.Refusals;
import org.activationdesk.mail.SentMail;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** News of mails: our mail server refused them, they bounced, are late, or were answered by a machine. */
@Component
public class MailNews implements Refusals {
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

    @Override
    @Transactional
    public void refused(UUID mail, String answer) {
        receive(mail, new Outcome(MailState.FAILED, answer, null));
    }

    /**
     * Takes news in, for every order that the mail speaks for. Safe to repeat: old news changes nothing, and neither does
     * news that the activation has outrun.
     */
    @Transactional
    public Reception receive(UUID id, Outcome outcome) {
        List<SentMail> found = mails.speakingWith(id);
        if (found.isEmpty()) {
            return Reception.UNKNOWN_MAIL;
        }
        Map<OrderKey, Activation> locked = new HashMap<>();
        found.forEach(mail -> locked.put(mail.order(), activations.lock(mail.order())));
        List<SentMail> known = mails.speakingWith(id);
        boolean beingSent = known.stream().anyMatch(mail -> mail.state() == MailState.QUEUED);
        if (beingSent && outcome.state() != MailState.FAILED) {
            return Reception.TOO_EARLY;
        }
        known.stream()
                .filter(mail -> mails.becomes(mail.id(), outcome))
                .forEach(mail -> follow(locked.get(mail.order()), mail, outcome));
        return Reception.TAKEN;
    }

    private void follow(Activation activation, SentMail mail, Outcome outcome) {
        if (outcome.state() == MailState.BOUNCED) {
            undeliverable(activation, mail, EscalationReason.BOUNCED);
        } else if (outcome.state() == MailState.FAILED) {
            undeliverable(activation, mail, EscalationReason.RECIPIENT_REJECTED);
        } else if (outcome.state() == MailState.DELAYED) {
            note(activation, TimelineEvent.EMAIL_DELAYED, outcome.answer());
        } else if (outcome.state() == MailState.AUTO_REPLIED) {
            note(
                    activation,
                    TimelineEvent.EMAIL_ANSWERED_AUTOMATICALLY,
                    outcome.absentUntil() == null ? null : outcome.absentUntil().toString());
        }
    }

    private void undeliverable(Activation activation, SentMail mail, EscalationReason reason) {
        if (waitsForAnswerTo(activation, mail)) {
            invitations.unreachable(activation, reason);
        } else if (mail.kind() == MailKind.CONTACT_CHECK) {
            agreements.invalidate(activation.agreementId(), mail.recipient(), reason.code());
        } else if (mail.kind().asked() == Asked.PARTNER) {
            // The next follow-up asks the managers.
            note(activation, TimelineEvent.PARTNERS_MAIL_FAILED, mail.recipient());
        } else if (reason == EscalationReason.RECIPIENT_REJECTED) {
            noteRefused(activation, mail);
        }
    }

    /** Whoever has acted since got the mail some way or other; a person who was named later has nothing to do with it. */
    private static boolean waitsForAnswerTo(Activation activation, SentMail mail) {
        return mail.kind().asked() == Asked.ADMINISTRATOR
                && Invitations.isAsked(activation, mail.recipient())
                && (activation.status() == ActivationStatus.INVITED
                        || !mail.queuedAt().isBefore(activation.statusSince()));
    }

    private void noteRefused(Activation activation, SentMail mail) {
        if (mail.kind() == MailKind.REMINDER) {
            note(activation, TimelineEvent.REMINDER_REJECTED, mail.recipient());
        } else if (mail.kind() == MailKind.CONFIRMATION || mail.kind() == MailKind.PARTNER_CONFIRMATION) {
            note(activation, TimelineEvent.CONFIRMATION_REJECTED, mail.recipient());
        }
    }

    private void note(Activation activation, TimelineEvent event, String detail) {
        activations.note(activation.order(), event, Activations.DESK, detail);
    }

    /** How news is received. */
    public enum Reception {
        TAKEN,
        UNKNOWN_MAIL,
        /** It was faster than our own note that the mail has left; it comes again. */
        TOO_EARLY
    }
}
