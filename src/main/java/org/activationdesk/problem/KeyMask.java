package org.activationdesk.problem;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes product keys out of what people write, but for their last five characters: no key is ever stored whole. */
public final class KeyMask {
    private static final String HIDDEN = "*****-*****-*****-*****-";
    private static final String BETWEEN = "[\\s\\p{Pd}\\u2212._/]{0,3}";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

    /** Five groups of five, even where something stands right before or behind them. */
    private static final Pattern GROUPS =
            Pattern.compile("[A-Za-z0-9]{5}(?:" + BETWEEN.replace("0,3", "1,3") + "[A-Za-z0-9]{5}){4}");

    /** Character by character. */
    private static final Pattern SPELLED =
            Pattern.compile("(?<![A-Za-z0-9])(?:[A-Za-z0-9][\\s\\p{Pd}]{1,3}){24,}[A-Za-z0-9](?![A-Za-z0-9])");

    /** 25 characters, however they are grouped. */
    private static final Pattern ANY_GROUPS =
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9](?:" + BETWEEN + "[A-Za-z0-9]){24}(?![A-Za-z0-9])");

    /** Longer runs, in which a key may hide; numbers in hexadecimal are what support asks for. */
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9]{25,}");

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUaeiou]");

    /** Keys have no vowels; who types one wrongly makes a zero an O or two. Words have more. */
    private static final int MOST_VOWELS = 3;

    private KeyMask() {}

    public static String mask(String text) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        String grouped = GROUPS.matcher(plain)
                .replaceAll(match -> SPACE.matcher(match.group()).find() && looksLikeWords(match.group())
                        ? quoted(match.group())
                        : hidden(match.group()));
        String runs = RUN.matcher(grouped)
                .replaceAll(match ->
                        HEXADECIMAL.matcher(match.group()).matches() ? quoted(match.group()) : hidden(match.group()));
        return anyGroups(SPELLED.matcher(runs).replaceAll(match -> hidden(match.group())));
    }

    private static String anyGroups(String text) {
        StringBuilder masked = new StringBuilder();
        Matcher matcher = ANY_GROUPS.matcher(text);
        int done = 0;
        int from = 0;
        while (matcher.find(from)) {
            if (looksLikeWords(matcher.group())
                    || HEXADECIMAL.matcher(matcher.group()).matches()) {
                from = matcher.start() + 1;
            } else {
                masked.append(text, done, matcher.start()).append(hidden(matcher.group()));
                done = matcher.end();
                from = done;
            }
        }
        return masked.append(text.substring(done)).toString();
    }

    private static boolean looksLikeWords(String text) {
        return VOWEL.matcher(text).results().count() > MOST_VOWELS;
    }

    private static String hidden(String key) {
        String characters = key.replaceAll("[^A-Za-z0-9]", "");
        return HIDDEN + characters.substring(characters.length() - 5);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
