package org.activationdesk.mail;

import java.util.List;
import java.util.Map;
import org.activationdesk.language.Language;

/**
 * A mail to be sent.
 *
 * @param recipient one address
 * @param model what its template shows; values are data and never parsed
 * @param attachments the same files each time that this mail is sent
 */
public record Mail(
        MailIntent intent,
        String recipient,
        Language language,
        Map<String, Object> model,
        List<Attachment> attachments) {

    public Mail(MailIntent intent, String recipient, Language language, Map<String, Object> model) {
        this(intent, recipient, language, model, List.of());
    }

    /** The same mail, as it stands for another intent. */
    Mail as(MailIntent other) {
        return new Mail(other, recipient, language, model, attachments);
    }
}
