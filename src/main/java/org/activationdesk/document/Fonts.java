package org.activationdesk.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/** The fonts of all documents, with their licence in {@code documents/fonts/}. What a document uses of them is embedded. */
final class Fonts {
    private static final String FAMILY = "Source Sans";

    private Fonts() {}

    static void addTo(PdfRendererBuilder builder, PDDocument pdf) throws IOException {
        builder.useFont(supplier(pdf, "Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(supplier(pdf, "Semibold"), FAMILY, 600, FontStyle.NORMAL, true)
                .useFont(supplier(pdf, "It"), FAMILY, 400, FontStyle.ITALIC, true);
    }

    private static PDFontSupplier supplier(PDDocument pdf, String weight) throws IOException {
        try (InputStream file =
                new ClassPathResource("documents/fonts/SourceSans3-" + weight + ".ttf").getInputStream()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            pdf.registerTrueTypeFontForClosing(font);
            // A ligature is one glyph without a character of its own: "Microsoft" would be read aloud as "Microso".
            font.setEnableGsub(false);
            return new PDFontSupplier(PDType0Font.load(pdf, font, true));
        }
    }
}
