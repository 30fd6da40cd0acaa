package org.activationdesk.activation;

import org.activationdesk.language.Language;

/**
 * The text that an administrator accepts, exactly as it is shown.
 *
 * @param sha256 of the text in UTF-8, in lower-case hexadecimal digits
 */
public record AgreementText(String version, Language language, String text, String sha256) {}
