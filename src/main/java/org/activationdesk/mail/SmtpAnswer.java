package org.activationdesk.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Tells from a failure whose trouble it is: the recipient's, the desk's own, or one that passes. */
final class SmtpAnswer {
    private static final String CHECK_SENDER =
            "Check that the account in MAIL_USERNAME may send from ACTIVATION_MAIL_FROM"
                    + " and ACTIVATION_MAIL_BOUNCE_ADDRESS, and that the server does not block this mail";
    private static final String CHECK_LOGIN = "Check MAIL_USERNAME and MAIL_PASSWORD";
    private static final String CHECK_TLS =
            "Check MAIL_HOST, MAIL_PORT and MAIL_STARTTLS, and that the server's certificate is valid for that host";
    /** RFC 3463: 5.1.x is about an address, but 5.1.7 and 5.1.8 about the sender's; 5.2.x is about a mailbox. */
    private static final Pattern ABOUT_RECIPIENT = Pattern.compile("(?s)5\\d\\d[ -](5\\.1\\.(?![78]\\b)|5\\.2\\.).*");

    private static final Pattern MAILBOX = Pattern.compile("[^\\s<>()\\[\\],;:\"']{1,64}@(?=[\\w.-]+)");
    private static final int LONGEST = 300;

    private SmtpAnswer() {}

    static MailTrouble trouble(MessagingException failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 500) {
                return new RecipientRejected(presentable(refused.getMessage()), failure);
            }
            if (cause instanceof SMTPSenderFailedException refused && refused.getReturnCode() >= 500) {
                return new DeskRefused(CHECK_SENDER, presentable(refused.getMessage()), failure);
            }
            if (cause instanceof AuthenticationFailedException refused
                    && !presentable(message(refused)).startsWith("4")) {
                return new DeskRefused(CHECK_LOGIN, presentable(message(refused)), failure);
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 500) {
                return refusedMail(refused, failure);
            }
        }
        String answer = presentable(message(causes.get(causes.size() - 1)));
        return protectionFails(causes) ? new DeskRefused(CHECK_TLS, answer, failure) : new MailPutOff(answer, failure);
    }

    private static MailTrouble refusedMail(SMTPSendFailedException refused, MessagingException failure) {
        String answer = presentable(refused.getMessage());
        return ABOUT_RECIPIENT.matcher(answer).matches()
                ? new RecipientRejected(answer, failure)
                : new DeskRefused(CHECK_SENDER, answer, failure);
    }

    /** A connection that is cut in the middle of a handshake is no wrong certificate. */
    private static boolean protectionFails(List<Throwable> causes) {
        return causes.stream()
                        .anyMatch(cause ->
                                cause instanceof SSLException || message(cause).startsWith("STARTTLS is required"))
                && causes.stream()
                        .noneMatch(cause -> cause instanceof EOFException || cause instanceof SocketException);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = next(cause)) {
            causes.add(cause);
        }
        return causes;
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : cause.getCause();
    }

    private static String message(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** One short line without mailbox names: it is shown to others than the recipient. */
    static String presentable(String answer) {
        String line = MAILBOX.matcher(String.valueOf(answer)
                        .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                        .strip())
                .replaceAll("…@");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
