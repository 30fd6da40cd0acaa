package org.activationdesk.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports of mail servers that do not speak RFC 3464. Understood only where a mail server's own address sent it, it names our
 * recipient, and says in the fixed words of its kind, or with a permanent reply of SMTP, that it gave up.
 */
final class PlainReport {
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^.{0,200}?(?<![\\d.])([45]\\d\\d[ -]\\S.{0,200}|5\\.\\d\\.\\d{1,3}.{0,200})$");
    /** A reply of SMTP that means never: with its status (RFC 3463), behind words that announce it, or on a line of its own. */
    private static final Pattern NEVER =
            Pattern.compile("(?mi)(?<![\\d.])5[05]\\d[ -]{1,2}#?5\\.\\d{1,2}\\.\\d{1,3}(?!\\.?\\d)"
                    + "|#5\\.\\d{1,2}\\.\\d{1,3}(?!\\.?\\d)"
                    + "|(?:<<<|said|responded|reason|error|rejected|status)[^\\n]{0,80}?(?<![\\d.])5[05]\\d[ -]"
                    + "|^[ \\t]{0,12}[:*]?5[05]\\d:?[ -][a-z<#]");

    private static final List<String> GIVEN_UP = List.of(
            // qmail-send
            "this is a permanent error; i've given up",
            "i'm afraid i wasn't able to deliver your message to the following addresses",
            // Exim
            "this is a permanent error. the following address(es) failed",
            "could not be delivered to one or more of its recipients. this is a permanent error",
            // Sendmail
            "the following addresses had permanent fatal errors",
            // Yahoo, which began with qmail
            "unable to deliver your message to the following address",
            "unable to deliver message to the following address",
            // Gmail and Google Groups
            "delivery to the following recipient failed permanently",
            "you may not have permission to post messages to the group",
            // Exchange 5.5 to 2003, and what its SMTP service writes
            "did not reach the following recipient(s)",
            "the following recipient(s) could not be reached",
            "delivery to the following recipients failed",
            "delivery has failed to these recipients",
            // Domino
            "was not delivered to:",
            // InterMail, which carriers in Japan use
            "the following destination addresses were unknown",
            "each of the following recipients was rejected by a remote mail server");
    private static final List<String> STILL_TRYING = List.of(
            // Exim
            "no action is required on your part. delivery attempts will continue",
            // Sendmail
            "the following addresses had transient non-fatal errors",
            "this is a warning message only",
            // Gmail, Exchange, others
            "you do not need to resend your message",
            "delivery is delayed to these recipients",
            "will continue to try",
            "will keep trying",
            "will be retried");
    /** Then it is somebody behind our recipient whom it speaks of. */
    private static final Pattern PASSED_ON = Pattern.compile(
            "(?<!\\p{L})(?:forwarded to|forwarding address|redirected to|doorgestuurd naar|weitergeleitet an|transféré à)");

    private PlainReport() {}

    static Optional<Verdict> verdict(MessageParts parts, Recipient ours) throws Unreadable {
        if (!parts.isFromMailServer()) {
            return Optional.empty();
        }
        String text = parts.ownText();
        String flat = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (STILL_TRYING.stream().anyMatch(flat::contains)) {
            return Optional.of(new Verdict(Finding.DELAYED, answer(text)));
        }
        boolean givenUp = GIVEN_UP.stream().anyMatch(flat::contains)
                || NEVER.matcher(text).find();
        return givenUp && speaksOf(ours, parts.lower("X-Failed-Recipients"), flat)
                ? Optional.of(new Verdict(Finding.FAILED, answer(text)))
                : Optional.empty();
    }

    private static boolean speaksOf(Recipient ours, String failed, String text) {
        return failed.isEmpty()
                ? ours.isNamedIn(text) && !PASSED_ON.matcher(text).find()
                : ours.isNamedIn(failed);
    }

    private static String answer(String text) {
        Matcher answer = ANSWER.matcher(text);
        return answer.find() ? answer.group(1).strip() : null;
    }
}
