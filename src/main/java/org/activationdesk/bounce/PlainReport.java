package org.activationdesk.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports of mail servers that do not speak RFC 3464: qmail, Exim and Sendmail of before. Each is known by a sentence that its
 * source code writes, and only where a mail server's own address sent it.
 */
final class PlainReport {
    private static final Pattern MAIL_SERVER =
            Pattern.compile("(mailer-daemon|postmaster|mail delivery (sub)?system)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^.{0,200}?\\b([45]\\d\\d[ -]\\S.{0,200}|5\\.\\d\\.\\d{1,3}.{0,200})$");
    private static final List<String> GIVEN_UP = List.of(
            // qmail-send
            "this is a permanent error; i've given up",
            "i'm afraid i wasn't able to deliver your message to the following addresses",
            // Exim
            "this is a permanent error. the following address(es) failed",
            "could not be delivered to one or more of its recipients. this is a permanent error",
            // Sendmail
            "the following addresses had permanent fatal errors");
    private static final List<String> STILL_TRYING = List.of(
            // Exim
            "no action is required on your part. delivery attempts will continue",
            // Sendmail
            "the following addresses had transient non-fatal errors",
            "this is a warning message only");

    private PlainReport() {}

    static Optional<Verdict> verdict(MessageParts parts) throws Unreadable {
        if (!MAIL_SERVER.matcher(parts.header("From").orElse("")).find()) {
            return Optional.empty();
        }
        String text = ownWords(parts.text());
        String flat = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (STILL_TRYING.stream().anyMatch(flat::contains)) {
            return Optional.of(new Verdict(Finding.DELAYED, answer(text)));
        }
        return GIVEN_UP.stream().anyMatch(flat::contains)
                ? Optional.of(new Verdict(Finding.FAILED, answer(text)))
                : Optional.empty();
    }

    /** Without the copy of our mail, which all of them announce with a line. */
    private static String ownWords(String text) {
        return text.split(
                        "(?mi)^-{3,} ?(below this line is a copy|this is a copy of|original message follows|return-path).*$",
                        2)[0];
    }

    private static String answer(String text) {
        Matcher answer = ANSWER.matcher(text);
        return answer.find() ? answer.group(1).strip() : null;
    }
}
