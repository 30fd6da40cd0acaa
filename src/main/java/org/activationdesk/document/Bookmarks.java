package org.activationdesk.document;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The bookmarks of a document: its title, and under it every heading of the second level. */
final class Bookmarks {
    private Bookmarks() {}

    static void addTo(Document document) {
        Element bookmarks =
                child(document, document.getElementsByTagName("head").item(0), "bookmarks");
        Element title = bookmark(
                document,
                bookmarks,
                (Element) document.getElementsByTagName("h1").item(0),
                "top");
        NodeList headings = document.getElementsByTagName("h2");
        for (int index = 0; index < headings.getLength(); index++) {
            bookmark(document, title, (Element) headings.item(index), "part-" + index);
        }
    }

    private static Element bookmark(Document document, Element parent, Element heading, String id) {
        heading.setAttribute("id", id);
        Element bookmark = child(document, parent, "bookmark");
        bookmark.setAttribute("name", heading.getTextContent().strip());
        bookmark.setAttribute("href", "#" + id);
        return bookmark;
    }

    private static Element child(Document document, org.w3c.dom.Node parent, String name) {
        return (Element) parent.appendChild(document.createElement(name));
    }
}
