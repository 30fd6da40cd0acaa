package org.activationdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.activationdesk.purchase.OrderKey;

/**
 * The wish to send one mail. Everything that identifies the mail is derived from its intent, so that a mail that is sent
 * again after a crash is the same mail: same id, same Message-ID, same link.
 *
 * @param number counts the mails of a kind for one order, from 1
 */
public record MailIntent(OrderKey order, MailKind kind, int number) {
    public UUID id() {
        return UUID.nameUUIDFromBytes((order + " " + kind + " " + number).getBytes(UTF_8));
    }
}
