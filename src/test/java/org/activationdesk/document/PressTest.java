package org.activationdesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.activationdesk.document.Writing.Column;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.words.Words;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class PressTest {
    private static final Instant DATED = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<Column> COLUMNS = List.of(new Column("When", 53), new Column("What", 113));

    private final Press press = press();

    @Test
    void a_paper_is_read_aloud_in_the_order_in_which_it_was_written_and_whole() {
        Pdf pdf = new Pdf(print(paper -> paper.title("Title")
                        .paragraph("Microsoft office, first fluffy file. ".repeat(20))
                        .heading("Facts")
                        .fact("Label", "Value")
                        .digest("SHA-256", "0f".repeat(32))
                        .quote("nl", List.of("Eén alinea.", "Nog een."))
                        .heading("Table")
                        .table(COLUMNS, List.of(List.of("Today", "Something"), List.of("", "Nothing")))
                        .note("A note.")
                        .link("https://desk.example/keys.json")))
                .keep("paper");
        pdf.isAccessible("nl", "Title");
        assertThat(pdf.bookmarks()).containsExactly("Title", "Facts", "Table");
        assertThat(pdf.text())
                .isEqualTo("Title " + "Microsoft office, first fluffy file. ".repeat(20) + "Facts Label Value SHA-256 "
                        + "0f".repeat(32) + " Eén alinea. Nog een. Table When What Today Something Nothing A note. "
                        + "https://desk.example/keys.json");
        assertThat(pdf.printed()).endsWith("Activation Desk · Title · Pagina 1 van 1");
    }

    @Test
    void heads_say_what_they_are_the_heads_of_a_quote_its_language_and_a_link_where_it_leads() throws IOException {
        byte[] bytes = print(paper -> paper.title("Title")
                .fact("Label", "Value")
                .table(COLUMNS, List.of(List.of("Today", "Something")))
                .quote("en", List.of("Said."))
                .link("https://desk.example/"));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            List<PDStructureElement> elements = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getStructureTreeRoot(), elements);
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .containsExactly(
                            "Document",
                            "H1",
                            "Table",
                            "TBody",
                            "TR",
                            "TH",
                            "TD",
                            "Table",
                            "THead",
                            "TR",
                            "TH",
                            "TH",
                            "TBody",
                            "TR",
                            "TD",
                            "TD",
                            "BlockQuote",
                            "P",
                            "P",
                            "Link");
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("TH"))
                    .extracting(head -> ((COSDictionary) head.getCOSObject().getDictionaryObject(COSName.A))
                            .getNameAsString("Scope"))
                    .containsExactly("Row", "Column", "Column");
            assertThat(elements.get(0).getLanguage()).isEqualTo("nl");
            assertThat(elements.get(16).getLanguage()).isEqualTo("en");
            PDAnnotationLink link =
                    (PDAnnotationLink) pdf.getPage(0).getAnnotations().get(0);
            assertThat(((PDActionURI) link.getAction()).getURI()).isEqualTo("https://desk.example/");
            assertThat(link.getContents()).isEqualTo("https://desk.example/");
            assertThat(pdf.getDocumentCatalog()
                            .getStructureTreeRoot()
                            .getParentTree()
                            .getNumbers())
                    .containsKeys(pdf.getPage(0).getStructParents(), link.getStructParent());
        }
    }

    @Test
    void a_long_table_goes_on_with_its_heads_which_are_read_aloud_once() {
        List<List<String>> rows = IntStream.range(0, 150)
                .mapToObj(row -> List.of("Row " + row, "Long words ".repeat(row % 15)))
                .toList();
        Pdf pdf =
                new Pdf(print(paper -> paper.title("Title").table(COLUMNS, rows).heading("End")));
        pdf.keep("paper-long").isAccessible("nl", "Title");
        String spoken = pdf.text();
        assertThat(spoken).containsOnlyOnce("When What");
        int place = 0;
        for (List<String> row : rows) {
            String said = Pdf.words(row.get(0) + " " + row.get(1));
            assertThat(spoken.indexOf(said, place)).as(said).isNotNegative();
            place = spoken.indexOf(said, place);
        }
        assertThat(pdf.printed().split("When What")).hasSizeGreaterThan(5);
        assertThat(pdf.printed()).contains("Pagina 2 van");
    }

    @Test
    void nothing_is_lost_where_there_is_no_room() {
        String endless = "abcdefghijklmnopqrstuvwxyz".repeat(300);
        String address = "somebody.with-a-long.name@a-quite-long-department.of-some.organisation.example";
        Pdf pdf = new Pdf(print(paper -> paper.title(endless)
                .fact(address, endless)
                .table(COLUMNS, List.of(List.of(address, endless)))
                .quote("en", Collections.nCopies(80, "Said at length. ".repeat(9)))));
        byte[] named = press.print(Language.NL, "W".repeat(64), "Subject", DATED, paper -> paper.title("Title"));
        assertThat(new Pdf(named).keep("paper-foot").printed()).endsWith("W · Pagina 1 van 1");
        pdf.keep("paper-endless").isAccessible("nl", "Title");
        assertThat(pdf.text())
                .startsWith(endless + " " + address + " " + endless + " When What " + address + " " + endless)
                .endsWith(Pdf.words("Said at length. ".repeat(80 * 9)));
    }

    @Test
    void what_others_wrote_stays_text_and_what_the_font_lacks_is_marked() throws IOException {
        String hostile = ") Tj ET EMC <0041> \\) &amp;<b> \u0000\u0007 \u202Ebc\uD800 ’ Łódź Ελλάδα Кирил 漢字 😀";
        byte[] bytes = press.print(Language.NL, hostile, "<&", DATED, paper -> paper.title(hostile));
        Pdf pdf = new Pdf(bytes);
        assertThat(pdf.text()).isEqualTo(") Tj ET EMC <0041> \\) &amp;<b> bc# ’ Łódź Ελλάδα Кирил ## #");
        try (PDDocument document = Loader.loadPDF(bytes)) {
            byte[] metadata = document.getDocumentCatalog().getMetadata().toByteArray();
            assertThat(Xhtml.parse(new String(metadata, UTF_8))
                            .getDocumentElement()
                            .getTextContent())
                    .contains("&amp;<b>", "<&", "Łódź");
        }
        assertThat(pdf.bookmarks()).singleElement().asString().contains("&amp;<b>", "Łódź");
    }

    @Test
    void the_same_input_gives_the_same_bytes_whoever_prints_at_the_same_time() {
        List<String> texts = IntStream.range(0, 64)
                .mapToObj(number -> "Order %d".formatted(number) + (number % 4 == 0 ? " Łódź Ελλάδα" : ""))
                .toList();
        List<byte[]> together = texts.parallelStream().map(this::titled).toList();
        for (int index = 0; index < texts.size(); index++) {
            assertThat(together.get(index)).as(texts.get(index)).isEqualTo(titled(texts.get(index)));
            assertThat(new Pdf(together.get(index)).text()).isEqualTo(texts.get(index));
        }
    }

    private static Press press() {
        try (AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext()) {
            parts.registerBean(MessageSource.class, Words::messages);
            parts.register(Texts.class, Fonts.class, Press.class);
            parts.refresh();
            return parts.getBean(Press.class);
        }
    }

    private byte[] titled(String title) {
        return print(paper -> paper.title(title));
    }

    private byte[] print(Consumer<Paper> contents) {
        return press.print(Language.NL, "Title", "Subject", DATED, contents);
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> elements) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                collect(element, elements);
            }
        }
    }
}
