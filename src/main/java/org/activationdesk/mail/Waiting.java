package org.activationdesk.mail;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A mail that somebody has taken to send it.
 *
 * @param takenUntil until then nobody else takes it
 * @param bringsLink whether it is of no use any more once the links of its order have ended
 * @param letter the mail itself; fails where it cannot be read
 */
record Waiting(
        UUID id, MailIntent intent, String messageId, Instant takenUntil, boolean bringsLink, Supplier<Mail> letter) {}
