package org.activationdesk.mail;

import java.util.Map;
import org.activationdesk.language.Language;

/**
 * A mail to be sent.
 *
 * @param recipient one address
 * @param model what its template shows; values are data and never parsed
 */
public record Mail(MailIntent intent, String recipient, Language language, Map<String, Object> model) {
    /** The same mail, as it stands for another intent. */
    Mail as(MailIntent other) {
        return new Mail(other, recipient, language, model);
    }
}
