package org.activationdesk.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.document.Fonts.Weight;
import org.activationdesk.document.Lettering.Ink;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Where the next line goes: down the page, and on to the next page where there is no room. All is in points. */
final class Flow {
    static final double MM = 72 / 25.4;
    static final double WIDTH = 166 * MM;
    static final double LEFT = 22 * MM;
    private static final double TOP = 277 * MM;
    private static final double BOTTOM = 24 * MM;

    private static final double PADDING = 2;

    private final Fonts fonts;
    private final Tags tags;
    private final Map<Weight, BitSet> letters = new EnumMap<>(Weight.class);
    private final List<Sheet> sheets = new ArrayList<>();
    private Runnable head = () -> {};
    private double place;
    private double gap;

    /** @param element null for what is not read aloud */
    record Cell(PDStructureElement element, Lettering lettering, double left, double width, String text) {}

    Flow(Fonts fonts, Tags tags) {
        this.fonts = fonts;
        this.tags = tags;
        turn();
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** Which characters were written in each font. */
    Map<Weight, BitSet> letters() {
        return letters;
    }

    Sheet sheet() {
        return sheets.get(sheets.size() - 1);
    }

    double place() {
        return place;
    }

    /** What stands on top of every page from now on. */
    void repeat(Runnable repeated) {
        this.head = repeated;
    }

    private void turn() {
        sheets.add(new Sheet(fonts, letters, tags));
        place = TOP;
        gap = 0;
        head.run();
    }

    /** Leaves room above a block, no more than the larger of what it and the one above it want; none on top of a page. */
    void begin(double before, double height) {
        gap = Math.max(gap, before);
        if (!fits(gap + height)) {
            turn();
        }
        place -= gap;
        gap = 0;
    }

    void end(double after) {
        gap = after;
    }

    void need(double height) {
        if (!fits(height) && height < TOP - BOTTOM) {
            turn();
        }
    }

    private boolean fits(double height) {
        return place - height >= BOTTOM;
    }

    /** Goes down by so much, or to the next page. */
    void down(double height) {
        place -= height;
    }

    List<String> lines(Lettering lettering, double width, String text) {
        return fonts.of(lettering.weight()).lines(text, lettering.size(), width);
    }

    /** Writes one line here, without going down. */
    void write(PDStructureElement element, Lettering lettering, double left, String line) {
        sheet().write(element, lettering, LEFT + left, place - lettering.baseline(), line);
    }

    /** A row, on one page if any page has room for it. */
    void row(List<Cell> cells) {
        List<List<String>> lines = cells.stream()
                .map(cell -> lines(cell.lettering(), cell.width(), cell.text()))
                .toList();
        int count = lines.stream().mapToInt(List::size).max().orElse(0);
        double height = cells.stream()
                .mapToDouble(cell -> cell.lettering().height())
                .max()
                .orElse(0);
        need(count * height + 2 * PADDING);
        down(PADDING);
        for (int line = 0; line < count; line++) {
            need(height);
            for (int index = 0; index < cells.size(); index++) {
                Cell cell = cells.get(index);
                if (line < lines.get(index).size()) {
                    write(
                            cell.element(),
                            cell.lettering(),
                            cell.left(),
                            lines.get(index).get(line));
                }
            }
            down(height);
        }
        down(PADDING);
    }

    /** Fills a rectangle whose top is here. */
    void fill(Ink ink, double left, double width, double height) {
        sheet().fill(ink, LEFT + left, place - height, width, height);
    }

    /** Underlines a line that was written here, and makes it lead to an address. */
    void follow(Tags tags, PDStructureElement link, Lettering lettering, String line, String address) {
        double width = fonts.of(lettering.weight()).width(line, lettering.size());
        double bottom = place - lettering.height();
        sheet().fill(lettering.ink(), LEFT, place - lettering.baseline() - 1.4, width, 0.6);
        sheet().follow(
                        tags,
                        link,
                        new PDRectangle((float) LEFT, (float) bottom, (float) width, (float) lettering.height()),
                        address);
    }
}
