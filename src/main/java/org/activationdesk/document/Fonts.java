package org.activationdesk.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The fonts of all documents, with their licence in {@code documents/fonts/}. Each file is read once, when the first
 * document uses it; all share what was read, which nobody changes, and embed what they use of it.
 */
@Component
final class Fonts {
    private static final String FAMILY = "Source Sans";

    private final SingletonSupplier<TrueTypeFont> regular = SingletonSupplier.of(() -> read("Regular"));
    private final SingletonSupplier<TrueTypeFont> semibold = SingletonSupplier.of(() -> read("Semibold"));
    private final SingletonSupplier<TrueTypeFont> italic = SingletonSupplier.of(() -> read("It"));

    void addTo(PdfRendererBuilder builder, PDDocument pdf) {
        builder.useFont(new Embedded(regular, pdf), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(new Embedded(semibold, pdf), FAMILY, 600, FontStyle.NORMAL, true)
                .useFont(new Embedded(italic, pdf), FAMILY, 400, FontStyle.ITALIC, true);
    }

    private static TrueTypeFont read(String style) {
        String path = "documents/fonts/SourceSans3-" + style + ".ttf";
        try (InputStream bytes = new ClassPathResource(path).getInputStream()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // A ligature is one glyph without a character of its own: "Microsoft" would be read aloud as "Microso".
            font.setEnableGsub(false);
            return font;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A font in one document, put into it where the document turns out to use it. */
    private static final class Embedded extends PDFontSupplier {
        private final SingletonSupplier<TrueTypeFont> font;
        private final PDDocument pdf;

        Embedded(SingletonSupplier<TrueTypeFont> font, PDDocument pdf) {
            super(null);
            this.font = font;
            this.pdf = pdf;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(pdf, font.obtain(), true);
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }
    }
}
