package org.activationdesk.bounce;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message quotes of another, in the ways of common mail programs in English, Dutch, German and French. */
final class Quotes {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]{0,8}>.*$");
    private static final Pattern BEGINNING = Pattern.compile(
            "(?mi)^[ \\t]{0,8}(?:[-_*]{2,40} ?(?:original message|forwarded message|oorspronkelijk bericht|doorgestuurd bericht"
                    + "|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré)"
                    + "|_{20,80}[ \\t]*$"
                    + "|(?:on|op|am|le)\\b.{4,160}(?:wrote|schreef|schrieb|a écrit) ?:"
                    // The block that Outlook writes: at least two of its lines.
                    + "|\\*?(?:from|van|von|de)\\*? ?:.{1,300}\\R{1,2}[ \\t]{0,8}\\*?"
                    + "(?:sent|date|to|verzonden|datum|aan|gesendet|an|envoyé|à)\\*? ?:)");

    private Quotes() {}

    /** The text without them. */
    static String cut(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        String own = beginning.find() ? text.substring(0, beginning.start()) : text;
        return LINE.matcher(own).replaceAll("");
    }
}
