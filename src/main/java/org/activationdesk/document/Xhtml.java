package org.activationdesk.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads XHTML without looking anywhere else: no DOCTYPE, so no entities, and so no files and no network. */
final class Xhtml {
    /** What XML 1.0 cannot hold, not even escaped; it may stand in a name that somebody sent. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Xhtml() {}

    static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(readable(xhtml))));
        } catch (ParserConfigurationException | SAXException | IOException wrongTemplate) {
            throw new IllegalStateException("The document is no XHTML", wrongTemplate);
        }
    }

    /** The text without what XML cannot hold. */
    static String readable(String text) {
        return UNWRITABLE.matcher(text).replaceAll("\uFFFD");
    }
}
