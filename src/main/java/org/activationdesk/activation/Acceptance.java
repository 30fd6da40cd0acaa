package org.activationdesk.activation;

import java.time.Instant;

/**
 * Who accepted which text.
 *
 * @param version of the agreement text
 * @param language ISO 639-1
 * @param sha256 of the text in UTF-8, in lower-case hexadecimal digits
 * @param acceptedBy the name of the account
 */
public record Acceptance(String version, String language, String sha256, Instant acceptedAt, String acceptedBy) {}
