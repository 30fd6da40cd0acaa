package org.activationdesk.bounce;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whom a mail was sent to, and whether a report speaks of them or of somebody behind them. */
final class Recipient {
    private static final Pattern BEHIND = Pattern.compile("\\((?:generated|expanded) from[^)]{0,300}\\)");

    private final String mailbox;
    private final String domain;
    private final Pattern name;

    /**
     * A recipient.
     *
     * @param address empty where nobody knows which mail came back: then everything is about its recipient
     */
    Recipient(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        this.mailbox = lower.substring(0, lower.lastIndexOf('@') + 1);
        this.domain = lower.substring(mailbox.length());
        this.name = Pattern.compile("(?<![\\w.+-])" + Pattern.quote(lower) + "(?![\\w-]|\\.\\w)");
    }

    /**
     * Whether the field of a report means this mailbox; some servers name it by their own host in its domain.
     *
     * @param field as {@code rfc822;admin@foundry.example}; empty where the report names nobody, which is of the only one then
     */
    boolean isMeantBy(String field) {
        String other = field.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z0-9-]+ *; *", "")
                .replaceAll("[<>\" ]|\\([^)]*\\)", "");
        return mailbox.isEmpty()
                || other.isEmpty()
                || (other.startsWith(mailbox)
                        && other.substring(mailbox.length()).equals(domain))
                || (other.startsWith(mailbox) && other.endsWith("." + domain));
    }

    /** Whether a text in lower case names the address, other than as one that something was forwarded from. */
    boolean isNamedIn(String text) {
        return mailbox.isEmpty()
                || name.matcher(BEHIND.matcher(text).replaceAll(" ")).find();
    }
}
