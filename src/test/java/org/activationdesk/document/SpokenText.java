package org.activationdesk.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Follows the tags of a PDF, as a screen reader does; what has no tag is not there for it. */
final class SpokenText {
    private final Map<COSDictionary, Map<Integer, String>> pages = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final PDDocument pdf;

    SpokenText(PDDocument pdf) {
        this.pdf = pdf;
    }

    String read() throws IOException {
        for (PDPage page : pdf.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> pieces = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> pieces.put(content.getMCID(), piece(content)));
            pages.put(page.getCOSObject(), pieces);
        }
        follow(pdf.getDocumentCatalog().getStructureTreeRoot().getKids(), null);
        return text.toString();
    }

    private static String piece(PDMarkedContent content) {
        StringBuilder piece = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition glyph) {
                piece.append(glyph.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                piece.append(piece(inner));
            }
        }
        return piece.toString();
    }

    private void follow(List<Object> kids, PDStructureElement parent) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                follow(element.getKids(), element);
                text.append(List.of("Span", "Link").contains(element.getStructureType()) ? "" : "\n");
            } else if (kid instanceof PDMarkedContentReference reference) {
                say(reference.getPage(), reference.getMCID());
            } else if (kid instanceof Integer number) {
                say(parent.getPage(), number);
            }
        }
    }

    private void say(PDPage page, int number) {
        text.append(pages.get(page.getCOSObject()).getOrDefault(number, ""));
    }
}
