package org.activationdesk.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.activationdesk.document.PdfDocuments;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the guides say. Their only source is {@code guides/<guide>-<language>.html}. */
@Component
public class Guides {
    private final PdfDocuments documents;
    private final Texts texts;
    private final URI publicUrl;
    private final Map<String, byte[]> rendered = new ConcurrentHashMap<>();

    Guides(PdfDocuments documents, Texts texts, @Value("${activation.public-url}") URI publicUrl) {
        this.documents = documents;
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    /** The text of a guide, as XHTML for a page. */
    public String text(Guide guide, Language language) {
        try {
            return new ClassPathResource("guides/" + name(guide, language) + ".html").getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Which version of which date this is. */
    public String version(Guide guide, Language language) {
        return texts.get(language, "guide.version", guide.version(), texts.date(language, guide.updated()));
    }

    /** A guide as a tagged PDF. It is rendered once; all callers share the bytes and leave them as they are. */
    public byte[] pdf(Guide guide, Language language) {
        return rendered.computeIfAbsent(name(guide, language), name -> render(guide, language));
    }

    /** What the file of a guide is called. */
    public static String fileName(Guide guide, Language language) {
        return name(guide, language) + ".pdf";
    }

    private byte[] render(Guide guide, Language language) {
        // On paper a link has to say where it leads by itself.
        String text = text(guide, language).replace("href=\"/", "href=\"" + publicUrl.resolve("/"));
        return documents.render(
                "guide",
                language,
                texts.get(language, "page.guide." + guide.code() + ".title"),
                guide.updated().atStartOfDay(ZoneOffset.UTC).toInstant(),
                Map.of("text", text, "version", version(guide, language)));
    }

    private static String name(Guide guide, Language language) {
        return guide.code() + "-" + language.code();
    }
}
