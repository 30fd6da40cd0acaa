package org.activationdesk.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.activationdesk.purchase.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who the mails come from, and how fast they leave.
 *
 * @param from the address of the desk
 * @param senderName the name before it
 * @param replyTo whom people reach when they answer
 * @param bounceAddress where undeliverable mails come back to, each at an address of its own; empty: to {@code from}
 * @param connections how many connections to the mail server are open at most
 * @param perMinute how many mails leave in a minute at most
 * @param managers whom the managers want told what waits for them and which keys have died; may be empty
 */
@ConfigurationProperties(prefix = "activation.mail", ignoreUnknownFields = false)
public record MailSettings(
        String from,
        String senderName,
        String replyTo,
        String bounceAddress,
        int connections,
        int perMinute,
        List<String> managers) {

    public MailSettings {
        if (connections < 1 || perMinute < 1) {
            throw new IllegalArgumentException("activation.mail.connections and activation.mail.per-minute must be at"
                    + " least 1; no mail would leave otherwise");
        }
        managers = managers == null ? List.of() : List.copyOf(managers);
        for (String address : managers) {
            if (EmailAddress.of(address).isEmpty()) {
                throw new IllegalArgumentException(
                        "activation.mail.managers: \"" + address + "\" is not an e-mail address");
            }
        }
    }

    /** Whether mail to this address comes to the desk: its sender, whom people answer, and all that bounces come back to. */
    public boolean owns(String address) {
        return Stream.of(from, replyTo, bounceAddress)
                .anyMatch(own -> withoutTag(own).equals(withoutTag(address)));
    }

    /** What stands behind a plus does not change who reads a mail. */
    private static String withoutTag(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    /** The Message-ID of a mail, the same each time that it is sent. */
    String messageId(UUID mail) {
        return "<" + mail + from.substring(from.lastIndexOf('@')) + ">";
    }
}
