package org.activationdesk.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.activationdesk.language.Language;

/**
 * A mail to be sent. Everything that identifies it for others follows from its id, so that a mail that is sent again after a
 * crash is the same mail: same Message-ID, same link.
 *
 * @param id of its row, new for each mail
 * @param recipient one address
 * @param model what its template shows, of texts, numbers, yes and no, lists and maps of these; it is data and never parsed
 */
public record Mail(UUID id, MailIntent intent, String recipient, Language language, Map<String, Object> model) {

    public Mail(MailIntent intent, String recipient, Language language, Map<String, Object> model) {
        this(UUID.randomUUID(), intent, recipient, language, model);
    }

    Mail with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(model);
        all.putAll(more);
        return new Mail(id, intent, recipient, language, all);
    }
}
