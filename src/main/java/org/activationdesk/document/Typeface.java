package org.activationdesk.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/** One file of letters: which it has, how wide they are, and how they get into a document. Shared, and never changed. */
final class Typeface {
    private static final int MISSING = '#';
    private static final BitSet FREQUENT = IntStream.concat(
                    IntStream.rangeClosed(' ', '~'), "’·–…éëèêïíöóüúáàç€".codePoints())
            .collect(BitSet::new, BitSet::set, BitSet::or);
    private static final String SIGNS = "-@./?&=_";

    private final TrueTypeFont file;
    private final CmapLookup glyphs;
    private final double unit;
    /** A part of a document that is never written, and so never closed. */
    private final SingletonSupplier<PDFont> frequent = SingletonSupplier.of(() -> subset(new PDDocument(), FREQUENT));

    Typeface(String path) {
        try (InputStream bytes = new ClassPathResource(path).getInputStream()) {
            this.file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // A ligature is one glyph without a character of its own: "Microsoft" would be read aloud as "Microso".
            file.setEnableGsub(false);
            this.glyphs = file.getUnicodeCmapLookup();
            this.unit = 1.0 / file.getUnitsPerEm();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    TrueTypeFont file() {
        return file;
    }

    /** The text as it can be printed: single spaces, nothing that steers programs, and {@code #} for what the font lacks. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isWhitespace(character)) {
                if (!printable.isEmpty() && printable.charAt(printable.length() - 1) != ' ') {
                    printable.append(' ');
                }
            } else if (Character.getType(character) != Character.FORMAT && !Character.isISOControl(character)) {
                printable.appendCodePoint(glyphs.getGlyphId(character) == 0 ? MISSING : character);
            }
        });
        return printable.toString().stripTrailing();
    }

    /** Points. */
    double width(String printable, double size) {
        return printable.codePoints().map(this::advance).sum() * unit * size;
    }

    private int advance(int character) {
        try {
            return file.getAdvanceWidth(glyphs.getGlyphId(character));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Breaks a text at its spaces, which stay at the end of the lines, as they are read aloud; a word that is longer than a line,
     * such as an address, behind one of its signs, or else anywhere.
     */
    List<String> lines(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        double available = width / unit / size;
        String rest = printable(text);
        for (int end = fitting(rest, available); end < rest.length(); end = fitting(rest, available)) {
            int space = rest.lastIndexOf(' ', end);
            int next = space > 0 ? space + 1 : sign(rest, end);
            lines.add(rest.substring(0, next));
            rest = rest.substring(next);
        }
        lines.add(rest);
        return lines;
    }

    /** How many of the first characters fit; one at least, and no half ones. */
    private int fitting(String text, double available) {
        double used = 0;
        int index = 0;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            used += advance(character);
            if (used > available && index > 0) {
                return index;
            }
            index += Character.charCount(character);
        }
        return index;
    }

    private static int sign(String word, int end) {
        for (int index = end; index > 1; index--) {
            if (SIGNS.indexOf(word.charAt(index - 1)) >= 0) {
                return index;
            }
        }
        return end;
    }

    /** As a PDF shows a text, and notes which characters a document needs. */
    void show(String printable, BitSet needed, StringBuilder pdf) {
        pdf.append('<');
        printable.codePoints().forEach(character -> {
            needed.set(character);
            int glyph = glyphs.getGlyphId(character);
            for (int shift = 12; shift >= 0; shift -= 4) {
                pdf.append(Character.forDigit(glyph >> shift & 0xf, 16));
            }
        });
        pdf.append("> Tj\n");
    }

    /** The letters that a document needs, as a part of it. Where they are those of nearly all documents, they are only copied. */
    COSBase embedded(PDDocument pdf, BitSet needed) throws IOException {
        BitSet rare = (BitSet) needed.clone();
        rare.andNot(FREQUENT);
        if (!rare.isEmpty()) {
            return subset(pdf, needed).getCOSObject();
        }
        synchronized (frequent) {
            return new PDFCloneUtility(pdf) {}.cloneForNewDocument(
                    frequent.obtain().getCOSObject());
        }
    }

    private PDFont subset(PDDocument pdf, BitSet needed) {
        try {
            PDType0Font font = PDType0Font.load(pdf, file, true);
            needed.stream().forEach(font::addToSubset);
            font.subset();
            return font;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
