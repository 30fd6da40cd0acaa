package org.activationdesk.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.activationdesk.document.Fonts.Weight;
import org.activationdesk.document.Lettering.Ink;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/** A page that is being written on. All is in points, from the left and from the bottom. */
final class Sheet {
    private final Fonts fonts;
    private final Map<Weight, BitSet> letters;
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final COSArray pieces = new COSArray();
    private final List<PDAnnotation> annotations = new ArrayList<>();
    private final StringBuilder drawing = new StringBuilder(8192);

    /** @param letters the characters that its document needs of each font, to which the sheet adds its own */
    Sheet(Fonts fonts, Map<Weight, BitSet> letters, Tags tags) {
        this.fonts = fonts;
        this.letters = letters;
        page.setStructParents(tags.number(pieces));
        page.getCOSObject().setName("Tabs", "S");
    }

    PDPage page() {
        return page;
    }

    /**
     * Writes one line.
     *
     * @param element what it is a part of; null for what is not read aloud
     * @param bottom where the letters stand
     */
    void write(PDStructureElement element, Lettering lettering, double left, double bottom, String line) {
        drawing.append(element == null ? "/Artifact BMC\n" : begin(element))
                .append(lettering.ink().operator())
                .append("BT /")
                .append(lettering.weight())
                .append(' ')
                .append(lettering.size())
                .append(" Tf ")
                .append(number(left))
                .append(number(bottom))
                .append("Td ");
        BitSet needed = letters.computeIfAbsent(lettering.weight(), weight -> new BitSet());
        fonts.of(lettering.weight()).show(line, needed, drawing);
        drawing.append("ET EMC\n");
    }

    private String begin(PDStructureElement element) {
        int piece = pieces.size();
        pieces.add(element);
        if (element.getPage() == null) {
            element.setPage(page);
        }
        if (element.getPage().getCOSObject() == page.getCOSObject()) {
            element.appendKid(piece);
        } else {
            PDMarkedContentReference elsewhere = new PDMarkedContentReference();
            elsewhere.setPage(page);
            elsewhere.setMCID(piece);
            elsewhere.getCOSObject().setDirect(true);
            element.appendKid(elsewhere);
        }
        return "/" + element.getStructureType() + " <</MCID " + piece + ">> BDC\n";
    }

    /** A rectangle that is filled: a rule, or a bar. */
    void fill(Ink ink, double left, double bottom, double width, double height) {
        drawing.append("/Artifact BMC\n")
                .append(ink.operator())
                .append(number(left))
                .append(number(bottom))
                .append(number(width))
                .append(number(height))
                .append("re f EMC\n");
    }

    /** Makes an area lead to an address. */
    void follow(Tags tags, PDStructureElement link, PDRectangle area, String address) {
        PDActionURI action = new PDActionURI();
        action.setURI(address);
        PDAnnotationLink annotation = new PDAnnotationLink();
        annotation.setAction(action);
        annotation.setRectangle(area);
        annotation.setContents(address);
        annotation.setPrinted(true);
        PDBorderStyleDictionary border = new PDBorderStyleDictionary();
        border.setWidth(0);
        annotation.setBorderStyle(border);
        annotation.setStructParent(tags.number(link));
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(annotation);
        link.appendKid(reference);
        annotations.add(annotation);
    }

    private static String number(double points) {
        return Math.round(points * 100) / 100.0 + " ";
    }

    /** What stands below the text of every page. */
    void foot(String text) {
        double top = 15 * Flow.MM;
        fill(Ink.RULE, Flow.LEFT, top, Flow.WIDTH, 0.5);
        double bottom = top - 4 - Lettering.FOOT.baseline();
        for (String line : fonts.of(Lettering.FOOT.weight()).lines(text, Lettering.FOOT.size(), Flow.WIDTH)) {
            write(null, Lettering.FOOT, Flow.LEFT, bottom, line);
            bottom -= Lettering.FOOT.height();
        }
    }

    void addTo(PDDocument pdf, PDResources resources) throws IOException {
        page.setResources(resources);
        page.setContents(new PDStream(
                pdf, new ByteArrayInputStream(drawing.toString().getBytes(US_ASCII)), COSName.FLATE_DECODE));
        if (!annotations.isEmpty()) {
            page.setAnnotations(annotations);
        }
        pdf.addPage(page);
    }
}
