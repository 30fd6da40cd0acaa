package org.activationdesk.productkey;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody typed or pasted, read as a product key: letters and digits count, in whatever width and case; everything
 * else only separates. It has no readable form of its own, so that it gets into no log by accident.
 */
final class TypedKey {
    /** Five groups of five. */
    static final int LENGTH = 25;

    private static final int LENGTH_OF_ENDING = 5;

    /** What is read of a text at most; many times a key, however it is spaced. */
    private static final int LONGEST = 1000;

    /** Common knowledge and in no document of the programs: so a key that breaks it can be confirmed. */
    private static final String ALPHABET = "BCDFGHJKMPQRTVWXY2346789N";

    private static final Map<String, List<String>> LIKELY = Map.ofEntries(
            Map.entry("0", List.of("D", "Q")),
            Map.entry("O", List.of("D", "Q")),
            Map.entry("1", List.of("7", "T")),
            Map.entry("I", List.of("T", "J")),
            Map.entry("L", List.of("J", "T")),
            Map.entry("5", List.of("6", "8")),
            Map.entry("S", List.of("8", "6")),
            Map.entry("Z", List.of("2", "7")),
            Map.entry("A", List.of("4", "R")),
            Map.entry("E", List.of("F", "3")),
            Map.entry("U", List.of("V", "W")));

    private final List<String> characters;

    private TypedKey(List<String> characters) {
        this.characters = characters;
    }

    static TypedKey of(String text) {
        String read = text.substring(0, Math.min(text.length(), LONGEST));
        List<String> characters = new ArrayList<>();
        Normalizer.normalize(read, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .forEach(characters::add);
        return new TypedKey(characters);
    }

    int length() {
        return characters.size();
    }

    List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            String character = characters.get(i);
            if (!ALPHABET.contains(character)) {
                List<String> likely = LIKELY.getOrDefault(character, List.of());
                misfits.add(new Misfit(i + 1, likely.isEmpty() ? null : character, likely));
            }
        }
        return misfits;
    }

    /** The only part that may be shown; of a text that is too short all of it would be, so there is none. */
    String lastFive() {
        return length() < LENGTH ? "" : String.join("", characters.subList(length() - LENGTH_OF_ENDING, length()));
    }

    /** The whole key, for hashing and for nothing else. */
    String secret() {
        return String.join("", characters);
    }
}
