package org.activationdesk.bounce;

import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a returned message says. Reports of mail servers come first: what one of them sends is
 * never an absence.
 */
final class ReturnedMail {
    private static final int LONGEST_ANSWER = 300;
    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s<>()\\[\\],;:\"']{1,64}@(?=[\\w.-]+)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");

    private ReturnedMail() {}

    /**
     * The verdict.
     *
     * @param ours whom the mail was sent to
     * @param said the last days that stand in that mail
     * @param today the day on which the message is read, to tell which year a date without one means
     * @throws Unreadable where the message should be set aside
     */
    static Verdict verdict(MimeMessage message, Recipient ours, Set<LocalDate> said, LocalDate today)
            throws Unreadable {
        MessageParts parts = MessageParts.of(message);
        Optional<Verdict> known = DeliveryReport.verdict(parts, ours);
        if (known.isEmpty()) {
            known = DispositionReport.verdict(parts, ours);
        }
        if (known.isEmpty() && parts.statuses().isEmpty()) {
            known = PlainReport.verdict(parts, ours);
        }
        if (known.isEmpty()) {
            known = AutomaticAnswer.verdict(parts, said, today);
        }
        if (known.isEmpty() && parts.isEmpty()) {
            throw new Unreadable("it is empty");
        }
        return known.map(verdict -> new Verdict(verdict.finding(), presentable(verdict.answer()), verdict.until()))
                .orElse(new Verdict(Finding.UNCLEAR, null));
    }

    /** One short line without mailbox names: partners read it, and others than the recipient may be named in it. */
    private static String presentable(String answer) {
        if (answer == null || answer.isBlank()) {
            return null;
        }
        String line = LOCAL_PART
                .matcher(UNSEEN.matcher(answer).replaceAll(" ").strip())
                .replaceAll("…@");
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER - 1) + "…";
    }
}
