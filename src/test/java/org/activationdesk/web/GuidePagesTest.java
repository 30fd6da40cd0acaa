package org.activationdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.activationdesk.document.Pdf;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The four guides, as a page and as a PDF: both say what their one source says, and nothing is missing in either. */
@DeskTest
class GuidePagesTest {
    private static final Map<String, String> VERSION = Map.of(
            "en", "Version 2026-12, 28 November 2026.",
            "nl", "Versie 2026-12, 28 november 2026.");

    /** What surprises people, and so is said before the steps. */
    private static final Map<String, List<String>> SURPRISES = Map.of(
            "en",
                    List.of(
                            "private browser window",
                            "signed out after each",
                            "24 hours",
                            "cannot undo",
                            "0, O, 1, I, L"),
            "nl",
                    List.of(
                            "privévenster",
                            "elke activering wordt u afgemeld",
                            "24 uur",
                            "niet ongedaan",
                            "0, O, 1, I, L"));

    @Value("${activation.public-url}")
    private String desk;

    @ParameterizedTest
    @CsvSource({"activation-link, en", "activation-link, nl", "licensing-portal, en", "licensing-portal, nl"})
    void page_and_pdf_say_what_the_source_says(String guide, String language) throws Exception {
        Element source = source(guide, language);
        String title = source.getElementsByTagName("h1").item(0).getTextContent();
        HttpResponse<byte[]> answer = get("/guides/" + guide + "/" + language + ".pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValue("inline; filename=\"" + guide + "-" + language + ".pdf\"");
        assertThat(answer.body().length).as("small enough for every mail").isLessThan(100_000);
        Pdf pdf = new Pdf(answer.body()).keep(guide + "-" + language);
        pdf.isAccessible(language, title);
        assertThat(pdf.bookmarks().get(0)).isEqualTo(title);
        assertThat(pdf.bookmarks()).hasSizeGreaterThan(3);

        String page = text(get("/guides/" + guide + "/" + language));
        assertThat(page).contains("href=\"/guides/" + guide + "/" + language + ".pdf\"", VERSION.get(language));
        String paper = pdf.text();
        assertThat(paper).contains(VERSION.get(language));
        assertThat(pdf.printed())
                .contains(VERSION.get(language), language.equals("nl") ? "Pagina 1 van 2" : "Page 1 of 2");
        int place = 0;
        for (String sentence : sentences(source)) {
            assertThat(paper.indexOf(sentence, place)).as(sentence).isNotNegative();
            place = paper.indexOf(sentence, place);
        }
        String before = Pdf.words(source.getTextContent()).split("Steps|Stappen")[0];
        assertThat(before).contains(SURPRISES.get(language));
    }

    @Test
    void the_pdf_is_rendered_once() throws Exception {
        assertThat(get("/guides/activation-link/nl.pdf").body())
                .isEqualTo(get("/guides/activation-link/nl.pdf").body());
    }

    @ParameterizedTest
    @CsvSource({
        "/guides/activation-link/de.pdf",
        "/guides/activation-link/.pdf",
        "/guides/other/nl.pdf",
        "/guides/activation-link/nl.pdf.pdf",
        "/guides/..%2fagreements/nl.pdf"
    })
    void there_are_no_others(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    /** Every heading and paragraph, in the order of reading; a step with steps below it is judged by those. */
    private static List<String> sentences(Element source) {
        List<String> sentences = new ArrayList<>();
        NodeList elements = source.getElementsByTagName("*");
        for (int index = 0; index < elements.getLength(); index++) {
            Element element = (Element) elements.item(index);
            if (Set.of("h1", "h2", "p", "li", "dt", "dd").contains(element.getTagName())
                    && element.getElementsByTagName("li").getLength() == 0) {
                sentences.add(Pdf.words(element.getTextContent()));
            }
        }
        assertThat(sentences).hasSizeGreaterThan(20);
        return sentences;
    }

    private static Element source(String guide, String language) throws Exception {
        byte[] text = Files.readAllBytes(Path.of("src/main/resources/guides", guide + "-" + language + ".html"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text))
                .getDocumentElement();
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(desk + path)).build(), BodyHandlers.ofByteArray());
    }
}
