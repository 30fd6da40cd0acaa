package org.activationdesk.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The fonts of all documents, with their licence in {@code documents/fonts/}. Each file is read once, when the first
 * document uses it; all share what was read, which nobody changes, and embed what they use of it.
 */
@Component
final class Fonts {
    private static final String FAMILY = "Source Sans";

    private final SingletonSupplier<Typeface> regular = read("Regular");
    private final SingletonSupplier<Typeface> semibold = read("Semibold");
    private final SingletonSupplier<Typeface> italic = read("It");

    enum Weight {
        REGULAR,
        SEMIBOLD
    }

    Typeface of(Weight weight) {
        return (weight == Weight.SEMIBOLD ? semibold : regular).obtain();
    }

    void addTo(PdfRendererBuilder builder, PDDocument pdf) {
        builder.useFont(new Embedded(regular, pdf), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(new Embedded(semibold, pdf), FAMILY, 600, FontStyle.NORMAL, true)
                .useFont(new Embedded(italic, pdf), FAMILY, 400, FontStyle.ITALIC, true);
    }

    private static SingletonSupplier<Typeface> read(String style) {
        return SingletonSupplier.of(() -> new Typeface("documents/fonts/SourceSans3-" + style + ".ttf"));
    }

    /** A font in one document, put into it where the document turns out to use it. */
    private static final class Embedded extends PDFontSupplier {
        private final SingletonSupplier<Typeface> font;
        private final PDDocument pdf;

        Embedded(SingletonSupplier<Typeface> font, PDDocument pdf) {
            super(null);
            this.font = font;
            this.pdf = pdf;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(pdf, font.obtain().file(), true);
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }
    }
}
