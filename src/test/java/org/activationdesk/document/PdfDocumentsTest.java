package org.activationdesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.activationdesk.language.Language;
import org.activationdesk.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfDocumentsTest {
    private static final Instant DATED = Instant.parse("2026-11-22T10:00:00Z");

    private final PdfDocuments documents = new PdfDocuments(new DocumentTemplates(Words.messages()), new Fonts());

    @TempDir
    private Path folder;

    @Test
    void the_same_input_gives_the_same_bytes() {
        assertThat(pdf("<h1>One</h1><p>Two</p>")).isEqualTo(pdf("<h1>One</h1><p>Two</p>"));
    }

    @Test
    void documents_that_are_made_at_the_same_time_share_fonts_and_nothing_else() {
        List<String> texts = IntStream.range(0, 32)
                .mapToObj(number -> "<h1>Łódź %1$d</h1><p>Ελλάδα %1$d <em>%1$c</em></p>".formatted('A' + number))
                .toList();
        List<byte[]> together = texts.parallelStream().map(this::pdf).toList();
        for (int index = 0; index < texts.size(); index++) {
            assertThat(together.get(index)).as(texts.get(index)).isEqualTo(pdf(texts.get(index)));
        }
    }

    @Test
    void nothing_is_fetched_while_a_document_is_made() throws IOException {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        Path secret = Files.writeString(folder.resolve("secret.css"), "h1::before { content: 'Leaked' }");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String web = "http://127.0.0.1:" + server.getAddress().getPort();
            String text = new Pdf(pdf("""
                            <style>@import url('%1$s/a.css'); @import url('%2$s');
                              @font-face { font-family: x; src: url('%1$s/x.ttf'); } p { font-family: x; background: url('%1$s/b.png') }</style>
                            <link rel="stylesheet" href="%2$s"/><h1>One</h1><p>Two</p>
                            <img src="%1$s/c.png" alt=""/><img src="%2$s" alt=""/><object data="%1$s/d.svg" type="image/svg+xml"/>
                            """.formatted(web, secret.toUri()))).text();
            assertThat(text).contains("One", "Two").doesNotContain("Leaked");
            assertThat(asked).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_others_wrote_stays_text_whatever_it_holds() {
        String hostile = "\"><img src=x/>&amp;\u0000\u0001\uD800]]> ${7*7} <script>’ Łódź Ελλάδα";
        byte[] pdf = documents.render(
                "guide", Language.EN, hostile, DATED, Map.of("text", "<h1>One</h1>", "version", hostile));
        assertThat(new Pdf(pdf).text()).contains("<img src=x/>&amp;", "${7*7} <script>’ Łódź Ελλάδα");
    }

    private byte[] pdf(String text) {
        return documents.render("guide", Language.EN, "Title", DATED, Map.of("text", text, "version", "1"));
    }
}
