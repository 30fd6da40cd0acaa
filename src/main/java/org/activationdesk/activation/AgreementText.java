package org.activationdesk.activation;

import org.activationdesk.language.Language;

/**
 * The text that an administrator accepts, exactly as it is shown.
 *
 * @param sha256 of the text in UTF-8, in lower-case hexadecimal digits
 */
public record AgreementText(String version, Language language, String text, String sha256) {
    /** The version with the language, as in {@code 2026-11-nl}: the form sends it back, so that what was read is recorded. */
    public String shownAs() {
        return version + "-" + language.code();
    }
}
