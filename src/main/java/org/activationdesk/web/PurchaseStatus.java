package org.activationdesk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.ActivationStatus.Holder;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.SentMail;

/**
 * How a purchase stands, as partners' systems read it.
 *
 * @param heldBy who has to act next
 */
record PurchaseStatus(
        String partner,
        String orderNumber,
        String organisation,
        String product,
        int quantity,
        ActivationStatus status,
        Instant statusSince,
        HeldBy heldBy,
        List<TimelineEntry> timeline,
        List<MailStatus> mails) {

    /**
     * What is known of a mail's fate; to whom it went the partner need not know.
     *
     * @param attempts how often the mail server was asked to take it
     * @param answer what the last mail server said
     * @param absentUntil the last day of the reader's absence, where an automatic answer named one
     */
    record MailStatus(
            MailKind kind, Instant sentAt, MailState state, int attempts, String answer, LocalDate absentUntil) {
        static MailStatus of(SentMail mail) {
            return new MailStatus(
                    mail.kind(), mail.sentAt(), mail.state(), mail.attempts(), mail.answer(), mail.absentUntil());
        }
    }

    record HeldBy(Holder role, String name) {}

    static PurchaseStatus of(Activation activation, List<TimelineEntry> timeline, List<SentMail> mails) {
        return new PurchaseStatus(
                activation.order().partner(),
                activation.order().number(),
                activation.organisation(),
                activation.product(),
                activation.quantity(),
                activation.status(),
                activation.statusSince(),
                heldBy(activation),
                timeline,
                mails.stream().map(MailStatus::of).toList());
    }

    private static HeldBy heldBy(Activation activation) {
        Holder holder = activation.status().holder();
        String name =
                switch (holder) {
                    case ADMINISTRATOR -> activation.administratorName();
                    case PARTNER -> activation.partnerName();
                    default -> null;
                };
        return new HeldBy(holder, name);
    }
}
