package org.activationdesk.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that keeps the Message-ID it was given; the library makes a new one at every send otherwise. */
class DeskMessage extends SMTPMessage {
    private final String messageId;

    DeskMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** Undeliverable mails come back to this address, with their headers only: the body holds the link. */
    void returnTo(String address) {
        setEnvelopeFrom(address);
        setNotifyOptions(NOTIFY_FAILURE | NOTIFY_DELAY);
        setReturnOption(RETURN_HDRS);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
