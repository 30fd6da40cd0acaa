package org.activationdesk.document;

import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** What a screen reader follows: the elements of a document in their order, and which of them a piece of a page belongs to. */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final TreeMap<Integer, PDParentTreeValue> parents = new TreeMap<>();
    private final PDStructureElement document;

    Tags() {
        document = new PDStructureElement("Document", root);
        root.appendKid(document);
    }

    PDStructureElement add(String type) {
        return add(type, document);
    }

    PDStructureElement add(String type, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** A head of a {@code Row} or of a {@code Column}. */
    PDStructureElement addHead(String scope, PDStructureElement row) {
        PDStructureElement head = add("TH", row);
        COSDictionary attributes = new COSDictionary();
        attributes.setName(COSName.O, "Table");
        attributes.setName("Scope", scope);
        attributes.setDirect(true);
        head.getCOSObject().setItem(COSName.A, attributes);
        return head;
    }

    /** The number by which a page finds the elements of its pieces; they may be added to the list later. */
    int number(COSArray pieces) {
        parents.put(parents.size(), new PDParentTreeValue(pieces));
        return parents.size() - 1;
    }

    int number(PDStructureElement element) {
        parents.put(parents.size(), new PDParentTreeValue(element.getCOSObject()));
        return parents.size() - 1;
    }

    void writeTo(PDDocumentCatalog catalog) {
        PDNumberTreeNode numbers = new PDNumberTreeNode(PDParentTreeValue.class);
        numbers.setNumbers(parents);
        root.setParentTree(numbers);
        root.setParentTreeNextKey(parents.size());
        document.setLanguage(catalog.getLanguage());
        catalog.setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
    }
}
