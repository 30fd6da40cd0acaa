package org.activationdesk.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import org.activationdesk.language.Language;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Makes PDFs that a screen reader can read: PDF/UA with tags, language, title, bookmarks and embedded fonts. The same input
 * gives the same bytes. While it renders nothing is fetched, neither from the network nor from a file.
 */
@Component
public class PdfDocuments {
    private final DocumentTemplates templates;
    private final Fonts fonts;

    PdfDocuments(DocumentTemplates templates, Fonts fonts) {
        this.templates = templates;
        this.fonts = fonts;
        // It tells each font and style sheet that it reads; what is wrong with a document is found by tests.
        XRLog.setLoggingEnabled(false);
        nameParsersOfJava();
    }

    /** The library that writes the metadata searches every jar for XML classes, at each document, unless they are named. */
    private static void nameParsersOfJava() {
        name(DocumentBuilderFactory.class, DocumentBuilderFactory.newDefaultInstance());
        name(TransformerFactory.class, TransformerFactory.newDefaultInstance());
    }

    private static void name(Class<?> wanted, Object known) {
        System.setProperty(
                wanted.getName(),
                System.getProperty(wanted.getName(), known.getClass().getName()));
    }

    /**
     * Fills a template and makes a PDF of it. Every {@code h1} and {@code h2} becomes a bookmark.
     *
     * @param template the name of a file in {@code documents/}, without its ending
     * @param title what the reader's program shows in its title bar; {@code title} in the template
     * @param dated the date that the document carries as made; not the time of rendering, so that bytes can be compared
     * @param values what the template shows; text of others is data and stays text
     */
    public byte[] render(String template, Language language, String title, Instant dated, Map<String, Object> values) {
        Document document = Xhtml.parse(templates.fill(template, language, title, values));
        Bookmarks.addTo(document);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = renderer(document, pdf)) {
            renderer.createPDFWithoutClosing();
            PdfDate.stamp(pdf, dated);
            pdf.save(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private PdfBoxRenderer renderer(Document document, PDDocument pdf) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .usePdfUaAccessibility(true)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withW3cDocument(document, null);
        fonts.addTo(builder, pdf);
        return builder.buildPdfRenderer();
    }
}
