package org.activationdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.PreencodedMimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import org.activationdesk.mail.MailTemplates.ComposedMail;
import org.springframework.stereotype.Component;

/** The way to the mail server. */
@Component
class Postbox {
    /** The encoding of what people read. */
    private static final String WORDS = "quoted-printable";

    private final SmtpConnections connections;
    private final MailTemplates templates;
    private final MailSettings settings;
    private final BounceAddresses bounceAddresses;
    private final Clock clock;

    Postbox(
            SmtpConnections connections,
            MailTemplates templates,
            MailSettings settings,
            BounceAddresses bounceAddresses,
            Clock clock) {
        this.connections = connections;
        this.templates = templates;
        this.settings = settings;
        this.bounceAddresses = bounceAddresses;
        this.clock = clock;
    }

    /**
     * Sends a mail.
     *
     * @return what the mail server said when it took the mail
     * @throws MailTrouble where it did not
     */
    String send(Mail mail) {
        DeskMessage message = message(mail);
        try {
            return connections.send(message);
        } catch (MessagingException failure) {
            throw SmtpAnswer.trouble(failure);
        }
    }

    private DeskMessage message(Mail mail) {
        ComposedMail composed = templates.compose(mail);
        DeskMessage message = new DeskMessage(connections.session(), settings.messageId(mail.id()));
        bounceAddresses.sign(mail.id()).ifPresent(message::returnTo);
        try {
            message.setFrom(new InternetAddress(settings.from(), settings.senderName(), UTF_8.name()));
            message.setReplyTo(InternetAddress.parse(settings.replyTo(), true));
            message.setRecipient(RecipientType.TO, new InternetAddress(mail.recipient(), true));
            message.setSubject(composed.subject(), UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            // RFC 3834: answering machines leave such a mail alone.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", mail.language().code());
            message.setContent(
                    new MimeMultipart("alternative", part(composed.text(), "plain"), part(composed.html(), "html")));
            return message;
        } catch (MessagingException | UnsupportedEncodingException unusable) {
            throw new IllegalStateException("The mail cannot be composed; check activation.mail", unusable);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(2 * text.length());
        try (OutputStream encoder = MimeUtility.encode(encoded, WORDS)) {
            encoder.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // The library would send text byte by byte, twice: the first time to choose an encoding.
        MimeBodyPart part = new PreencodedMimeBodyPart(WORDS);
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(encoded.toByteArray(), "text/" + subtype + "; charset=" + UTF_8)));
        part.setHeader("Content-Transfer-Encoding", WORDS);
        return part;
    }
}
