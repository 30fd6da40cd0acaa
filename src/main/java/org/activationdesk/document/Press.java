package org.activationdesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.activationdesk.document.Fonts.Weight;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes the PDF of a {@link Paper}: PDF/UA with tags, language, title, bookmarks and embedded fonts, as {@link PdfDocuments}
 * does. The same input gives the same bytes.
 */
@Component
public class Press {
    private final Fonts fonts;
    private final Texts texts;
    private final String metadata;

    Press(Fonts fonts, Texts texts) throws IOException {
        this.fonts = fonts;
        this.texts = texts;
        this.metadata = new ClassPathResource("documents/metadata.xml").getContentAsString(UTF_8);
    }

    /**
     * Writes a paper and makes a PDF of it.
     *
     * @param title what the reader's program shows in its title bar, and what stands at the foot of each page
     * @param subject what it is about, for whoever lists documents
     * @param dated the date that the document carries as made
     */
    public byte[] print(Language language, String title, String subject, Instant dated, Consumer<Paper> contents) {
        Tags tags = new Tags();
        Flow flow = new Flow(fonts, tags);
        Outline outline = new Outline();
        contents.accept(new Paper(tags, flow, outline));
        foot(flow.sheets(), language, title);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try (PDDocument pdf = new PDDocument()) {
            COSDictionary letters = new COSDictionary();
            for (Map.Entry<Weight, BitSet> used : flow.letters().entrySet()) {
                COSBase font = fonts.of(used.getKey()).embedded(pdf, used.getValue());
                letters.setItem(used.getKey().name(), font);
            }
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.FONT, letters);
            for (Sheet sheet : flow.sheets()) {
                sheet.addTo(pdf, resources);
            }
            new Particulars(language, title, subject, texts.get(language, "desk.name"), dated).writeTo(pdf, metadata);
            outline.writeTo(pdf.getDocumentCatalog());
            tags.writeTo(pdf.getDocumentCatalog());
            pdf.save(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private void foot(List<Sheet> sheets, Language language, String title) {
        for (int page = 1; page <= sheets.size(); page++) {
            sheets.get(page - 1)
                    .foot(String.join(
                            " ",
                            texts.get(language, "desk.name"),
                            "·",
                            title,
                            "·",
                            texts.get(language, "document.page"),
                            String.valueOf(page),
                            texts.get(language, "document.of"),
                            String.valueOf(sheets.size())));
        }
    }
}
