package org.activationdesk.bounce;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where undeliverable mails come back to.
 *
 * @param host the IMAP server; empty: nobody reads what comes back
 * @param tls whether the connection is protected from its first byte
 * @param folder the one that mail arrives in
 * @param pollEvery how often the desk looks, even where the server tells it of news
 */
@ConfigurationProperties(prefix = "activation.bounce-mailbox", ignoreUnknownFields = false)
record MailboxSettings(
        String host, int port, boolean tls, String user, String password, String folder, Duration pollEvery) {
    boolean given() {
        return host != null && !host.isBlank();
    }
}
