package org.activationdesk.document;

import org.activationdesk.document.Fonts.Weight;

/** How the pieces of a {@link Paper} look. The same sizes and colours as {@code document.css} has. */
enum Lettering {
    TITLE(Weight.SEMIBOLD, 21, 1.2, Ink.TEXT),
    HEADING(Weight.SEMIBOLD, 14, 1.25, Ink.GREEN),
    TEXT(Weight.REGULAR, 11, 1.42, Ink.TEXT),
    LABEL(Weight.REGULAR, 11, 1.42, Ink.SOFT),
    LINK(Weight.REGULAR, 11, 1.42, Ink.GREEN),
    DIGEST(Weight.REGULAR, 9, 1.42, Ink.TEXT),
    QUOTE(Weight.REGULAR, 10, 1.42, Ink.TEXT),
    COLUMN(Weight.SEMIBOLD, 9.5, 1.42, Ink.TEXT),
    CELL(Weight.REGULAR, 9.5, 1.42, Ink.TEXT),
    NOTE(Weight.REGULAR, 9.5, 1.42, Ink.SOFT),
    FOOT(Weight.REGULAR, 9, 1.42, Ink.SOFT);

    private final Weight weight;
    private final double size;
    private final double height;
    private final Ink ink;

    Lettering(Weight weight, double size, double lineHeight, Ink ink) {
        this.weight = weight;
        this.size = size;
        this.height = size * lineHeight;
        this.ink = ink;
    }

    Weight weight() {
        return weight;
    }

    /** Points. */
    double size() {
        return size;
    }

    /** Of a line, in points. */
    double height() {
        return height;
    }

    /** From the top of a line to where its letters stand, in points: a browser puts them there. */
    double baseline() {
        return height / 2 + size * 0.337;
    }

    Ink ink() {
        return ink;
    }

    /** As a PDF sets the colour of what it fills. */
    enum Ink {
        TEXT(0x1b2420),
        SOFT(0x55605a),
        GREEN(0x17634a),
        RULE(0xd3dad6);

        private final String operator;

        Ink(int colour) {
            this.operator = part(colour >> 16) + part(colour >> 8) + part(colour) + "rg\n";
        }

        private static String part(int value) {
            return (value & 0xff) * 1000 / 255 / 1000.0 + " ";
        }

        String operator() {
            return operator;
        }
    }
}
