package org.activationdesk.language;

import java.util.regex.Pattern;

/**
 * Characters that nobody sees and that can forge a mail or a name: controls, marks that turn writing around, surrogates without
 * their twin, characters that mean nothing. The two joiners of Unicode (U+200C, U+200D) are part of how Persian, Hindi and others
 * are spelled, so behind a letter of such a script they belong to a name.
 */
public final class InvisibleCharacters {
    private static final String ALWAYS = "[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029&&[^\\u200c\\u200d]]|"
            + "(?<![\\p{IsArabic}\\p{IsSyriac}\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}\\p{IsOriya}"
            + "\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}\\p{IsKhmer}\\p{IsMongolian}])"
            + "[\\u200c\\u200d]";

    private static final Pattern IN_LINE = Pattern.compile("\\p{Cc}|" + ALWAYS);
    private static final Pattern IN_TEXT = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|" + ALWAYS);

    private InvisibleCharacters() {}

    /** Whether one stands in what has to be a single line; line breaks count. */
    public static boolean inLine(String text) {
        return IN_LINE.matcher(text).find();
    }

    /** Whether one stands in a text, which may have line breaks and tabs. */
    public static boolean inText(String text) {
        return IN_TEXT.matcher(text).find();
    }

    /** The text, its line breaks and tabs, and nothing that cannot be seen. */
    public static String removedFrom(String text) {
        return IN_TEXT.matcher(text).replaceAll("");
    }

    /** The line with a question mark for each. */
    public static String shownIn(String line) {
        return IN_LINE.matcher(line).replaceAll("?");
    }
}
