package org.activationdesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as a reader's program and as a screen reader see it. */
public final class Pdf {
    private final byte[] bytes;

    public Pdf(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What a screen reader reads, in the order of the tags; words with single spaces between. */
    public String text() {
        return read(pdf -> words(new SpokenText(pdf).read()));
    }

    /** What is printed on the pages, headers and footers too. */
    public String printed() {
        return read(pdf -> {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            return words(text.getText(pdf));
        });
    }

    public static String words(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    public List<String> bookmarks() {
        return read(pdf -> {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem top :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(top.getTitle());
                top.children().forEach(item -> titles.add(item.getTitle()));
            }
            return titles;
        });
    }

    /** Tagged, with its language and title set, and with every font inside. */
    public void isAccessible(String language, String title) {
        read(pdf -> {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).as("marked").isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).as("tags").isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo(language);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(title);
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid", title);
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getCOSObject().containsKey(COSName.STRUCT_PARENTS))
                        .isTrue();
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            return null;
        });
    }

    /** Left in target/ for whoever wants to look at it: the file, and a picture of each page. */
    public Pdf keep(String name) {
        return read(pdf -> {
            Path folder = Files.createDirectories(Path.of("target/rendered/documents"));
            Files.write(folder.resolve(name + ".pdf"), bytes);
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, 80);
                ImageIO.write(
                        picture,
                        "png",
                        folder.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
            return this;
        });
    }

    private <T> T read(Reading<T> reading) {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return reading.of(pdf);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private interface Reading<T> {
        T of(PDDocument pdf) throws IOException;
    }
}
