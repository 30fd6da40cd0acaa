package org.activationdesk.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * A delivery status notification (RFC 3464), parsed by the mail library. Some mail servers write its fields into the text for
 * people instead of a part of their own.
 */
final class DeliveryReport {
    private static final Map<String, Finding> ACTIONS = Map.of(
            "failed", Finding.FAILED,
            "delayed", Finding.DELAYED,
            "delivered", Finding.DELIVERED,
            "relayed", Finding.DELIVERED,
            "expanded", Finding.DELIVERED);
    private static final Map<Character, Finding> CLASSES =
            Map.of('5', Finding.FAILED, '4', Finding.DELAYED, '2', Finding.DELIVERED);
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?mi)^[ \\t]{0,20}(?:original|final)-recipient:.{1,500}(?:\\R[ \\t]{0,20}\\S.{0,500}){0,30}");

    private DeliveryReport() {}

    /**
     * The verdict on our one recipient. What a report says of others, who are behind a forwarder, is no refusal of ours: then
     * people look at it.
     */
    static Optional<Verdict> verdict(MessageParts parts, Recipient ours) throws Unreadable {
        if (!parts.isFromMailServer()) {
            return Optional.empty();
        }
        List<Verdict> aboutOurs = new ArrayList<>();
        List<Verdict> aboutOthers = new ArrayList<>();
        for (InternetHeaders recipient : recipients(parts)) {
            List<Verdict> about = ours.isMeantBy(value(recipient, "Final-Recipient")) ? aboutOurs : aboutOthers;
            finding(recipient).ifPresent(finding -> about.add(new Verdict(finding, answer(recipient))));
        }
        return worst(aboutOurs).or(() -> worst(aboutOthers)
                .map(other -> other.finding() == Finding.FAILED ? new Verdict(Finding.UNCLEAR, null) : other));
    }

    private static Optional<Verdict> worst(List<Verdict> verdicts) {
        return verdicts.stream().min(Comparator.comparing(Verdict::finding));
    }

    private static List<InternetHeaders> recipients(MessageParts parts) throws Unreadable {
        List<InternetHeaders> recipients = new ArrayList<>();
        for (Part part : parts.statuses()) {
            recipients.addAll(recipients(part));
        }
        return parts.statuses().isEmpty() ? inText(parts.ownText()) : recipients;
    }

    private static List<InternetHeaders> recipients(Part part) throws Unreadable {
        try {
            DeliveryStatus status = new DeliveryStatus(MessageParts.start(part));
            List<InternetHeaders> recipients = new ArrayList<>();
            for (int i = 0; i < status.getRecipientDSNCount(); i++) {
                recipients.add(status.getRecipientDSN(i));
            }
            return recipients;
        } catch (MessagingException | IOException | RuntimeException broken) {
            throw new Unreadable("its delivery status is broken", broken);
        }
    }

    private static List<InternetHeaders> inText(String text) throws Unreadable {
        List<InternetHeaders> recipients = new ArrayList<>();
        Matcher block = IN_TEXT.matcher(text);
        try {
            while (block.find()) {
                String fields = block.group().replaceAll("(?m)^[ \\t]+(?=[A-Za-z-]{3,40}:)", "");
                InputStream in = new ByteArrayInputStream(fields.getBytes(StandardCharsets.UTF_8));
                recipients.add(new InternetHeaders(in));
            }
            return recipients;
        } catch (MessagingException broken) {
            throw new Unreadable("its delivery status is broken", broken);
        }
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

    static String value(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }
}
