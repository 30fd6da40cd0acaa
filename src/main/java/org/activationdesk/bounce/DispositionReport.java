package org.activationdesk.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message disposition notification (RFC 8098): what became of a mail after it was delivered. Some mail servers also refuse
 * with one, as RFC 5429 lets them; that it was deleted unread is no refusal.
 */
final class DispositionReport {
    private static final Pattern DISCARDED = Pattern.compile("automatic.*; *(?:deleted|denied|failed)(?![a-z]).*");
    private static final Pattern REFUSED = Pattern.compile(
            "reject|refus|mailbox (?:is )?full|over ?quota|quota exceeded|geweigerd|abgelehnt|zurückgewiesen");

    private DispositionReport() {}

    static Optional<Verdict> verdict(MessageParts parts, Recipient ours) throws Unreadable {
        for (Part part : parts.dispositions()) {
            InternetHeaders fields = fields(part);
            boolean refused = DISCARDED
                            .matcher(value(fields, "Disposition").toLowerCase(Locale.ROOT))
                            .matches()
                    && REFUSED.matcher(words(parts)).find()
                    && ours.isMeantBy(value(fields, "Final-Recipient"));
            if (refused) {
                return Optional.of(new Verdict(Finding.FAILED, reason(fields)));
            }
        }
        return parts.dispositions().isEmpty() ? Optional.empty() : Optional.of(new Verdict(Finding.UNCLEAR, null));
    }

    private static String words(MessageParts parts) throws Unreadable {
        return (parts.lower("Auto-Submitted") + "\n" + parts.ownText()).toLowerCase(Locale.ROOT);
    }

    private static String reason(InternetHeaders fields) {
        return List.of("Failure", "Error").stream()
                .map(name -> value(fields, name))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static InternetHeaders fields(Part part) throws Unreadable {
        try {
            return new InternetHeaders(MessageParts.start(part));
        } catch (MessagingException | IOException | RuntimeException broken) {
            throw new Unreadable("its disposition is broken", broken);
        }
    }

    private static String value(InternetHeaders headers, String name) {
        return DeliveryReport.value(headers, name);
    }
}
