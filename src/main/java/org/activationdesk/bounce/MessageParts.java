package org.activationdesk.bounce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a message that count as its own words: what stands in a message attached to it is somebody else's. Walks
 * no deeper and no further than any honest message goes, so that a hostile one costs nothing.
 */
class MessageParts {
    private static final int DEEPEST = 8;
    private static final int MOST = 60;
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final int LONGEST_HEADER = 4_000;
    private static final Pattern MAIL_SERVER = Pattern.compile(
            "mailer-?daemon|mail-daemon|postmaster|mail delivery (sub)?system|microsoftexchange[0-9a-f]{32}@",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> MARKS =
            List.of("X-Failed-Recipients", "X-MS-Exchange-Message-Is-Ndr", "X-MS-Embedded-Report");
    private static final Pattern COPY = Pattern.compile(
            "(?mi)^-{3,} ?(?:below this line is a copy|this is a copy of|original message|return-path).*$");

    private final List<Part> leaves = new ArrayList<>();
    private final List<Part> statuses = new ArrayList<>();
    private final List<Part> dispositions = new ArrayList<>();
    private final MimeMessage message;
    private int visited;

    private MessageParts(MimeMessage message) {
        this.message = message;
    }

    static MessageParts of(MimeMessage message) throws Unreadable {
        MessageParts parts = new MessageParts(message);
        try {
            parts.walk(message, 0);
            return parts;
        } catch (MessagingException | IOException | RuntimeException broken) {
            throw new Unreadable("its structure is broken", broken);
        }
    }

    private void walk(Part part, int depth) throws MessagingException, IOException, Unreadable {
        if (depth > DEEPEST || ++visited > MOST) {
            throw new Unreadable("it is nested too deeply or has too many parts");
        }
        if (part.isMimeType("multipart/*")) {
            if (!(part.getContent() instanceof Multipart multipart)) {
                throw new Unreadable("its structure is broken");
            }
            for (int i = 0; i < multipart.getCount(); i++) {
                walk(multipart.getBodyPart(i), depth + 1);
            }
        } else if (isStatus(part)) {
            statuses.add(part);
        } else if (part.isMimeType("message/disposition-notification")) {
            dispositions.add(part);
        } else if (!part.isMimeType("message/*")) {
            leaves.add(part);
        }
    }

    /** The second kind is the same with addresses in UTF-8 (RFC 6533). */
    private static boolean isStatus(Part part) throws MessagingException {
        return part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status");
    }

    /** The machine-readable parts of a delivery report, wherever they stand. */
    List<Part> statuses() {
        return statuses;
    }

    /** The machine-readable parts that tell what became of a delivered mail. */
    List<Part> dispositions() {
        return dispositions;
    }

    /** Whether it is a report of whatever kind (RFC 6522). */
    boolean isReport() {
        return lower("Content-Type").startsWith("multipart/report");
    }

    /** Whether no person and no answering machine sent it: by its kind, its sender, or the marks of some servers. */
    boolean isFromMailServer() {
        return isReport()
                || MAIL_SERVER.matcher(header("From").orElse("")).find()
                || MARKS.stream().anyMatch(mark -> header(mark).isPresent());
    }

    /** The beginning of a part whose fields a program reads. Such a part may not be encoded and some are. */
    static InputStream start(Part part) throws MessagingException, IOException {
        String[] encoding = part.getHeader("Content-Transfer-Encoding");
        InputStream in = encoding == null
                ? part.getInputStream()
                // The library hands out the code.
                : MimeUtility.decode(part.getInputStream(), encoding[0].strip().toLowerCase(Locale.ROOT));
        return new ByteArrayInputStream(in.readNBytes(LONGEST_TEXT));
    }

    /** The text without the copy of our mail, which mail servers announce with a line. */
    String ownText() throws Unreadable {
        return COPY.split(text(), 2)[0];
    }

    /** The first plain text, or what an HTML part says without its tags; empty where there is neither. */
    String text() throws Unreadable {
        try {
            for (String type : List.of("text/plain", "text/html")) {
                for (Part leaf : leaves) {
                    if (leaf.isMimeType(type)) {
                        return type.endsWith("html") ? HtmlText.of(read(leaf)) : read(leaf);
                    }
                }
            }
            return "";
        } catch (MessagingException | IOException | RuntimeException broken) {
            throw new Unreadable("its text cannot be decoded", broken);
        }
    }

    private static String read(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST_TEXT), charset(part.getContentType()));
        }
    }

    /** Where the charset is nonsense, ASCII words can still be read, and no reader looks for others. */
    private static Charset charset(String type) {
        try {
            String name = new ContentType(type).getParameter("charset");
            return name == null ? ISO_8859_1 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalArgumentException unknown) {
            return ISO_8859_1;
        }
    }

    boolean isEmpty() throws Unreadable {
        return statuses.isEmpty() && dispositions.isEmpty() && text().isBlank();
    }

    String subject() {
        return header("Subject").map(MessageParts::decoded).orElse("");
    }

    /** The first header of that name, in lower case. */
    String lower(String name) {
        return header(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    Optional<String> header(String name) {
        try {
            for (Header header : Collections.list(message.getMatchingHeaders(new String[] {name}))) {
                return Optional.ofNullable(header.getValue())
                        .map(value -> value.substring(0, Math.min(value.length(), LONGEST_HEADER)));
            }
            return Optional.empty();
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw)).strip();
        } catch (IOException badCharset) {
            return raw.strip();
        }
    }
}
