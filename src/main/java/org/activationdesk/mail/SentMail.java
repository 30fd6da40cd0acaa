package org.activationdesk.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.activationdesk.purchase.OrderKey;

/**
 * A mail and what is known of its fate.
 *
 * @param queuedAt when the desk wanted to send it
 * @param sentAt when the mail server took it; null before
 * @param attempts how often the mail server was asked to take it
 * @param linkExpiresAt until when the link in it works; null where it has none
 * @param answer what the last mail server said
 */
public record SentMail(
        UUID id,
        String orderKey,
        MailKind kind,
        int number,
        String recipient,
        Instant queuedAt,
        Instant sentAt,
        MailState state,
        Instant stateSince,
        int attempts,
        Instant linkExpiresAt,
        String answer,
        LocalDate absentUntil) {

    /** Whether it is known that nobody got it. */
    public boolean undelivered() {
        return state == MailState.BOUNCED || state == MailState.FAILED;
    }

    public OrderKey order() {
        return OrderKey.of(orderKey);
    }
}
