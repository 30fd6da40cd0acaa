package org.activationdesk.bounce;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where undeliverable mails come back to.
 *
 * @param host the IMAP server; empty: nobody reads what comes back
 * @param tls whether the connection is protected from its first byte
 * @param folder the one that mail arrives in
 * @param pollEvery how often the desk looks, even where the server tells it of news; five minutes at most
 */
@ConfigurationProperties(prefix = "activation.bounce-mailbox", ignoreUnknownFields = false)
record MailboxSettings(
        String host, int port, boolean tls, String user, String password, String folder, Duration pollEvery) {
    static final Duration LONGEST_POLL = Duration.ofMinutes(5);

    MailboxSettings {
        if (pollEvery.compareTo(LONGEST_POLL) > 0) {
            throw new IllegalArgumentException("activation.bounce-mailbox.poll-every: five minutes (PT5M) at most");
        }
    }

    boolean given() {
        return host != null && !host.isBlank();
    }

    /** Tells mailboxes at one database apart. */
    int number() {
        return Objects.hash(host, port, user, folder);
    }
}
