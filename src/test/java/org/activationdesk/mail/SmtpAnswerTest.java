package org.activationdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose trouble it is decides what happens: another try, a question to the partner, or an incident. */
class SmtpAnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT | 550 5.1.1 <a@b.example>: unknown       | RecipientRejected
            RCPT | 552 5.2.2 mailbox full                 | RecipientRejected
            RCPT | 554 5.7.1 refused                      | RecipientRejected
            RCPT | 451 4.7.1 greylisted                   | MailPutOff
            RCPT | 450 4.2.1 busy                         | MailPutOff
            MAIL | 553 5.7.1 not your address             | DeskRefused
            MAIL | 421 4.7.0 too many connections         | MailPutOff
            DATA | 550 5.1.1 no such user                 | RecipientRejected
            DATA | 550 5.1.8 sender domain does not exist | DeskRefused
            DATA | 554 5.7.1 looks like spam              | DeskRefused
            DATA | 452 4.3.1 out of space                 | MailPutOff
            """)
    void an_answer_tells_whose_trouble_it_is(String command, String answer, String trouble) throws AddressException {
        assertThat(SmtpAnswer.trouble(failure(command, answer)).getClass().getSimpleName())
                .isEqualTo(trouble);
    }

    @Test
    void a_wrong_password_and_a_wrong_certificate_need_somebody() {
        assertThat(SmtpAnswer.trouble(new AuthenticationFailedException("535 5.7.8 wrong")))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("MAIL_PASSWORD");
        assertThat(SmtpAnswer.trouble(new MessagingException(
                        "Could not convert socket to TLS", new SSLHandshakeException("No name matching mx.example"))))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("certificate");
        assertThat(SmtpAnswer.trouble(new MessagingException("STARTTLS is required but host does not support it")))
                .isInstanceOf(DeskRefused.class);
    }

    @Test
    void what_passes_is_tried_again() {
        SSLHandshakeException cut = new SSLHandshakeException("Remote host terminated the handshake");
        cut.initCause(new EOFException("SSL peer shut down incorrectly"));
        for (MessagingException passing : new MessagingException[] {
            new AuthenticationFailedException("454 4.7.0 Temporary authentication failure"),
            new MessagingException("Could not convert socket to TLS", cut),
            new MessagingException("Couldn't connect to host", new ConnectException("Connection refused")),
            new MessagingException("Unknown SMTP host", new UnknownHostException("mx.example")),
            new MessagingException("[EOF]")
        }) {
            assertThat(SmtpAnswer.trouble(passing)).isInstanceOf(MailPutOff.class);
        }
    }

    private static MessagingException failure(String command, String answer) throws AddressException {
        InternetAddress address = new InternetAddress("a@b.example");
        int code = Integer.parseInt(answer.substring(0, 3));
        return switch (command) {
            case "RCPT" ->
                new SendFailedException(
                        "Invalid Addresses", new SMTPAddressFailedException(address, "RCPT", code, answer));
            case "MAIL" -> new SMTPSenderFailedException(address, "MAIL", code, answer);
            default -> new SMTPSendFailedException(".", code, answer, null, null, null, null);
        };
    }
}
