package org.activationdesk.tryout;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** The report of a mail server that could not deliver a mail, as Postfix writes it. */
final class DeliveryFailure {
    private static final String REPORT = """
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            To: {sender}
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="report"

            --report
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host mx.example.

            <{recipient}>: 550 5.1.1 User unknown

            --report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; {recipient}
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <{recipient}>: User unknown

            --report--
            """;

    private DeliveryFailure() {}

    static MimeMessage of(String sender, String recipient) {
        String report = REPORT.replace("{sender}", sender).replace("{recipient}", recipient);
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(report.getBytes(UTF_8)));
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
