package org.activationdesk.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/** A delivery status notification (RFC 3464), parsed by the mail library. */
final class DeliveryReport {
    private static final Map<String, Finding> ACTIONS = Map.of(
            "failed", Finding.FAILED,
            "delayed", Finding.DELAYED,
            "delivered", Finding.DELIVERED,
            "relayed", Finding.DELIVERED,
            "expanded", Finding.DELIVERED);
    private static final Map<Character, Finding> CLASSES =
            Map.of('5', Finding.FAILED, '4', Finding.DELAYED, '2', Finding.DELIVERED);

    private DeliveryReport() {}

    /** The verdict on our one recipient; a forwarder may report several, of which the worst counts. */
    static Optional<Verdict> verdict(MessageParts parts) throws Unreadable {
        List<Verdict> verdicts = new ArrayList<>();
        for (Part status : parts.statuses()) {
            for (InternetHeaders recipient : recipients(status)) {
                finding(recipient).ifPresent(finding -> verdicts.add(new Verdict(finding, answer(recipient))));
            }
        }
        return verdicts.stream().min(Comparator.comparing(Verdict::finding));
    }

    private static List<InternetHeaders> recipients(Part part) throws Unreadable {
        try {
            DeliveryStatus status = new DeliveryStatus(decoded(part));
            List<InternetHeaders> recipients = new ArrayList<>();
            for (int i = 0; i < status.getRecipientDSNCount(); i++) {
                recipients.add(status.getRecipientDSN(i));
            }
            return recipients;
        } catch (MessagingException | IOException | RuntimeException broken) {
            throw new Unreadable("its delivery status is broken", broken);
        }
    }

    /** Such a part may not be encoded and some are; the library then hands out the code. */
    private static InputStream decoded(Part part) throws MessagingException, IOException {
        String[] encoding = part.getHeader("Content-Transfer-Encoding");
        return encoding == null
                ? part.getInputStream()
                : MimeUtility.decode(part.getInputStream(), encoding[0].strip().toLowerCase(Locale.ROOT));
    }

    /**
     * By the action, which says what the server does: a mail that was given up after days of 4.x.x has failed as well.
     * Servers that leave the mandatory action out are taken by the class of their status.
     */
    private static Optional<Finding> finding(InternetHeaders recipient) {
        String action = value(recipient, "Action").toLowerCase(Locale.ROOT).split("[\\s;(]", 2)[0];
        String status = value(recipient, "Status");
        return Optional.ofNullable(ACTIONS.get(action))
                .or(() -> status.isEmpty() ? Optional.empty() : Optional.ofNullable(CLASSES.get(status.charAt(0))));
    }

    private static String answer(InternetHeaders recipient) {
        String diagnosis = value(recipient, "Diagnostic-Code").replaceFirst("(?i)^(smtp|x-[a-z0-9-]+) *; *", "");
        String status = value(recipient, "Status").split(" ", 2)[0];
        return diagnosis.contains(status) ? diagnosis : (status + " " + diagnosis).strip();
    }

    private static String value(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }
}
