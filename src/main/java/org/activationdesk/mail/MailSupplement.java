package org.activationdesk.mail;

import java.util.Map;

/** What a mail says that is known only when it leaves. */
public interface MailSupplement {
    /** More of the model of a mail's template; the same each time that the mail leaves. */
    Map<String, Object> of(MailIntent intent);
}
