package org.activationdesk.language;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Whole numbers as people type them: digits alone, or in groups of three with the same mark between them, as the admin center
 * shows them: {@code 1,000} and {@code 1.000} are a thousand, since nobody counts seats in thousandths. A fraction, an exponent or
 * a word is no count.
 */
public final class CountInput {
    private static final Pattern PLAIN = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern GROUPED =
            Pattern.compile("[1-9][0-9]{0,2}(?<mark>[.,' \\u00a0\\u202f])[0-9]{3}(\\k<mark>[0-9]{3})?");

    private CountInput() {}

    /** The number from 1 to 999,999,999 that was typed; nothing where it is none. */
    public static OptionalInt read(String typed) {
        String text = typed.strip();
        if (GROUPED.matcher(text).matches()) {
            text = text.replaceAll("[^0-9]", "");
        }
        return PLAIN.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
