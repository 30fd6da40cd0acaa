package org.activationdesk.bounce;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Out of office and other answers that nobody wrote, known by the headers of RFC 3834 and those that came before it. */
final class AutomaticAnswer {
    private static final List<String> MARKS =
            List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Vacation");
    private static final Pattern SUBJECT = Pattern.compile(
            "^(automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office|autoreply"
                    + "|automatisch antwoord|automatisch bericht|afwezig(heid)?"
                    + "|automatische antwort|abwesen(d|heit)).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private AutomaticAnswer() {}

    /** @param said the last days that stand in the mail that is answered */
    static Optional<Verdict> verdict(MessageParts parts, Set<LocalDate> said, LocalDate today) throws Unreadable {
        // A mail server calls its reports an automatic answer too.
        if (parts.isFromMailServer() || !parts.statuses().isEmpty() || !isAutomatic(parts)) {
            return Optional.empty();
        }
        String words = parts.subject() + ".\n" + Quotes.cut(parts.text());
        LocalDate until = AbsenceDate.in(words, said, today).orElse(null);
        return Optional.of(new Verdict(Finding.AUTOMATIC, parts.subject(), until));
    }

    private static boolean isAutomatic(MessageParts parts) {
        String submitted = parts.lower("Auto-Submitted");
        String precedence = parts.lower("Precedence");
        return (!submitted.isEmpty() && !submitted.equals("no") && !submitted.startsWith("no;"))
                || MARKS.stream().anyMatch(mark -> marked(parts.lower(mark)))
                || precedence.equals("auto_reply")
                || (precedence.matches("bulk|junk")
                        && parts.header("In-Reply-To").isPresent())
                || (SUBJECT.matcher(parts.subject()).matches() && sentByMachine(parts));
    }

    private static boolean marked(String value) {
        return !value.isEmpty() && !value.equals("no") && !value.equals("false");
    }

    /** A subject alone proves nothing: people forward and quote such mails. */
    private static boolean sentByMachine(MessageParts parts) {
        return parts.lower("Return-Path").equals("<>")
                || parts.header("X-Auto-Response-Suppress").isPresent();
    }
}
