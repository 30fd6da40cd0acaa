package org.activationdesk.mail;

import java.util.List;
import org.activationdesk.language.Language;

/** Which files a mail carries. They are made when it leaves, and are the same each time that it does. */
public interface Enclosures {
    List<Attachment> of(MailIntent intent, Language language);
}
