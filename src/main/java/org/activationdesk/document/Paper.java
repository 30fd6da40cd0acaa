package org.activationdesk.document;

import static org.activationdesk.document.Flow.MM;
import static org.activationdesk.document.Flow.WIDTH;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.activationdesk.document.Flow.Cell;
import org.activationdesk.document.Lettering.Ink;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/**
 * A document that is written from top to bottom: headings, paragraphs, facts, tables. It takes a fifth of the processor time
 * that {@link PdfDocuments} takes, so it is for what is made for every order. Text of others is data and stays text.
 */
public final class Paper implements Writing {
    private static final double LABEL = 42 * MM;
    private static final double GUTTER = 8;
    private static final double INDENT = 12;
    /** What has to fit below a heading. */
    private static final double START = 40;

    private final Tags tags;
    private final Flow flow;
    private final Outline outline;
    private PDStructureElement facts;

    Paper(Tags tags, Flow flow, Outline outline) {
        this.tags = tags;
        this.flow = flow;
        this.outline = outline;
    }

    /** The title, and the top of the bookmarks. */
    public Paper title(String text) {
        begin(0, Lettering.TITLE.height());
        outline.title(text, flow);
        return block(tags.add("H1"), Lettering.TITLE, text, 8);
    }

    /** A heading and its bookmark. What follows begins on the same page. */
    @Override
    public Paper heading(String text) {
        begin(16, Lettering.HEADING.height() + START);
        outline.heading(text, flow);
        return block(tags.add("H2"), Lettering.HEADING, text, 5);
    }

    @Override
    public Paper paragraph(String text) {
        begin(0, Lettering.TEXT.height());
        return block(tags.add("P"), Lettering.TEXT, text, 7);
    }

    /** A paragraph in small letters. */
    @Override
    public Paper note(String text) {
        begin(0, Lettering.NOTE.height());
        return block(tags.add("P"), Lettering.NOTE, text, 7);
    }

    private Paper block(PDStructureElement element, Lettering lettering, String text, double after) {
        for (String line : flow.lines(lettering, WIDTH, text)) {
            flow.need(lettering.height());
            flow.write(element, lettering, 0, line);
            flow.down(lettering.height());
        }
        flow.end(after);
        return this;
    }

    /** What somebody said, in its own language. */
    @Override
    public Paper quote(String language, List<String> paragraphs) {
        begin(4, 2);
        PDStructureElement quote = tags.add("BlockQuote");
        quote.setLanguage(language);
        bar(2);
        for (String paragraph : paragraphs) {
            PDStructureElement element = tags.add("P", quote);
            for (String line : flow.lines(Lettering.QUOTE, WIDTH - INDENT, paragraph)) {
                flow.need(Lettering.QUOTE.height());
                flow.write(element, Lettering.QUOTE, INDENT, line);
                bar(Lettering.QUOTE.height());
            }
            bar(7);
        }
        flow.end(8);
        return this;
    }

    private void bar(double height) {
        // A little longer, so that no seam is seen where two meet.
        flow.fill(Ink.RULE, 0, 2, height + 0.5);
        flow.down(height);
    }

    /** A label and what is to be said of it. Facts that follow each other are one table. */
    @Override
    public Paper fact(String label, String value) {
        return fact(label, value, Lettering.TEXT);
    }

    /** A fact in letters so small that a SHA-256 has room on a line. */
    @Override
    public Paper digest(String label, String value) {
        return fact(label, value, Lettering.DIGEST);
    }

    private Paper fact(String label, String value, Lettering lettering) {
        if (facts == null) {
            begin(0, Lettering.TEXT.height());
            facts = tags.add("TBody", tags.add("Table"));
        } else {
            flow.end(0);
        }
        PDStructureElement row = tags.add("TR", facts);
        double left = LABEL + GUTTER;
        flow.row(List.of(
                new Cell(tags.addHead("Row", row), Lettering.LABEL, 0, LABEL, label),
                new Cell(tags.add("TD", row), lettering, left, WIDTH - left, value)));
        flow.end(7);
        return this;
    }

    /** A table with a line below each row. Its heads are repeated on each page. */
    @Override
    public Paper table(List<Column> columns, List<List<String>> rows) {
        begin(0, START);
        PDStructureElement table = tags.add("Table");
        PDStructureElement top = tags.add("TR", tags.add("THead", table));
        heads(columns, () -> tags.addHead("Column", top));
        flow.repeat(() -> heads(columns, () -> null));
        PDStructureElement body = tags.add("TBody", table);
        for (List<String> row : rows) {
            PDStructureElement line = tags.add("TR", body);
            flow.row(cells(columns, Lettering.CELL, row, () -> tags.add("TD", line)));
            rule(Ink.RULE, 0.5);
        }
        flow.repeat(() -> {});
        flow.end(7);
        return this;
    }

    private void heads(List<Column> columns, Supplier<PDStructureElement> elements) {
        flow.row(cells(
                columns, Lettering.COLUMN, columns.stream().map(Column::head).toList(), elements));
        rule(Ink.GREEN, 1);
    }

    private static List<Cell> cells(
            List<Column> columns, Lettering lettering, List<String> texts, Supplier<PDStructureElement> elements) {
        List<Cell> cells = new ArrayList<>();
        double left = 0;
        for (int index = 0; index < texts.size(); index++) {
            double width = columns.get(index).width() * MM;
            cells.add(new Cell(elements.get(), lettering, left, width - GUTTER, texts.get(index)));
            left += width;
        }
        return cells;
    }

    private void rule(Ink ink, double height) {
        flow.fill(ink, 0, WIDTH, height);
        flow.down(height);
    }

    /** A paragraph with an address that can be followed. */
    public Paper link(String address) {
        begin(0, Lettering.LINK.height());
        PDStructureElement link = tags.add("Link", tags.add("P"));
        for (String line : flow.lines(Lettering.LINK, WIDTH, address)) {
            flow.need(Lettering.LINK.height());
            flow.write(link, Lettering.LINK, 0, line);
            flow.follow(tags, link, Lettering.LINK, line, address);
            flow.down(Lettering.LINK.height());
        }
        flow.end(7);
        return this;
    }

    private void begin(double before, double height) {
        facts = null;
        flow.begin(before, height);
    }
}
