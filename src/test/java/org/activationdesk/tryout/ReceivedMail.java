package org.activationdesk.tryout;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mail as /inbox.json gives it. {@code to} holds plain addresses, with commas between several; {@code text} and
 * {@code html} are empty where the mail has no such part. {@code size} is that of the body, in bytes as it was sent.
 */
public record ReceivedMail(
        int id,
        String to,
        String from,
        String subject,
        Map<String, String> headers,
        String text,
        String html,
        List<String> links,
        int size) {

    static ReceivedMail of(int id, MimeMessage message) {
        try {
            MailBody body = MailBody.of(message);
            return new ReceivedMail(
                    id,
                    addresses(message.getAllRecipients()),
                    decoded(message.getHeader("From", ", ")),
                    decoded(message.getHeader("Subject", null)),
                    headers(message),
                    body.text(),
                    body.html(),
                    body.links(),
                    message.getSize());
        } catch (MessagingException | UnsupportedEncodingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String addresses(jakarta.mail.Address[] recipients) {
        return recipients == null
                ? ""
                : Arrays.stream(recipients)
                        .map(recipient -> ((InternetAddress) recipient).getAddress())
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, String> headers(MimeMessage message)
            throws MessagingException, UnsupportedEncodingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), decoded(header.getValue()), (first, next) -> first + "\n" + next);
        }
        return headers;
    }

    private static String decoded(String value) throws UnsupportedEncodingException {
        return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
    }
}
