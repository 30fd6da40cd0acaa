package org.activationdesk.document;

import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The bookmarks of a document: its title, and under it its headings. */
final class Outline {
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final PDOutlineItem title = new PDOutlineItem();

    void title(String text, Flow flow) {
        point(title, text, flow);
        outline.addLast(title);
    }

    void heading(String text, Flow flow) {
        PDOutlineItem heading = new PDOutlineItem();
        point(heading, text, flow);
        title.addLast(heading);
    }

    private static void point(PDOutlineItem item, String text, Flow flow) {
        PDPageXYZDestination here = new PDPageXYZDestination();
        here.setPage(flow.sheet().page());
        here.setTop((int) Math.ceil(flow.place()));
        item.setTitle(text);
        item.setDestination(here);
    }

    void writeTo(PDDocumentCatalog catalog) {
        title.openNode();
        catalog.setDocumentOutline(outline);
    }
}
