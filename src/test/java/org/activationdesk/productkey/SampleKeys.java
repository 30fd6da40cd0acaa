package org.activationdesk.productkey;

import java.util.Random;

/** Product keys that nobody ever sold, and the ways in which people and their programs write them down. */
public final class SampleKeys {
    private static final String ALPHABET = "BCDFGHJKMPQRTVWXY2346789N";

    private static final String[] BETWEEN = {
        "-",
        " ",
        "",
        "\r\n",
        ".",
        " - ",
        "\u2011",
        "\u2013",
        "\u00a0",
        "\u200b",
        "\t",
        "\u2060-\u2060",
        "_",
        "/",
        "\u00ad"
    };

    private static final String[] AROUND = {"", "\"", "'", "\u201c", "\u00ab", "\ufeff", " ", "\u202d", "(", "\n"};

    private final Random random;

    public SampleKeys(Random random) {
        this.random = random;
    }

    public String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }

    public String endingIn(String lastFive) {
        return key().substring(0, 20) + lastFive;
    }

    /** The key as somebody may paste it. */
    public String written(String key) {
        StringBuilder text = new StringBuilder(any(AROUND));
        String between = any(BETWEEN);
        boolean lower = random.nextBoolean();
        boolean wide = random.nextInt(4) == 0;
        for (int i = 0; i < key.length(); i++) {
            text.append(i > 0 && i % 5 == 0 ? between : "");
            char character = lower ? Character.toLowerCase(key.charAt(i)) : key.charAt(i);
            text.append(wide ? (char) (character - '!' + '\uff01') : character);
        }
        return text.append(any(AROUND)).toString();
    }

    /** Anything but a key, though it may hold pieces of one. */
    public String hostile() {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(12);
        for (int i = 0; i <= parts; i++) {
            text.append(part());
        }
        return text.toString();
    }

    private String part() {
        return switch (random.nextInt(10)) {
            case 0 -> key().substring(random.nextInt(25));
            case 1 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
            case 2 -> String.valueOf((char) (Character.MIN_SURROGATE + random.nextInt(2048)));
            case 3 -> "O0Il15SZAEU".repeat(random.nextInt(4));
            case 4 -> "<script>alert(1)</script>${7*7}#{x}{0}%00%zz'\";--\\u0000";
            case 5 -> "\u0410\u0412\u0421\u0415\u041d\u041a\u039c".substring(random.nextInt(7));
            case 6 -> "\ufdfa".repeat(random.nextInt(50));
            case 7 -> "\u0301\u200d\ufe0f\ud83d\udd11\u0000\u0007\u2028".repeat(random.nextInt(5));
            case 8 -> "B".repeat(random.nextInt(3000));
            default -> written(key());
        };
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
