package org.activationdesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.activationdesk.language.Language;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.springframework.web.util.HtmlUtils;

/** What a document says of itself, to programs that read it aloud or list it. */
record Particulars(Language language, String title, String subject, String author, Instant dated) {
    void writeTo(PDDocument pdf, String metadata) throws IOException {
        pdf.setVersion(1.7f);
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setTitle(title);
        information.setSubject(subject);
        information.setAuthor(author);
        information.setProducer(author);
        PdfDate.stamp(pdf, dated);
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        catalog.setLanguage(language.code());
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        String filled = metadata.replace("{title}", escaped(title))
                .replace("{subject}", escaped(subject))
                .replace("{author}", escaped(author));
        catalog.setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(filled.getBytes(UTF_8))));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(Xhtml.readable(text), UTF_8.name());
    }
}
