package org.activationdesk.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The corpus: messages in the shapes that mail servers and people send them, each with the verdict it must get. */
class ReturnedMailTest {
    private static final Path CORPUS = Path.of("src/test/resources/bounces");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(resources = "/bounces/verdicts.csv", delimiter = '|')
    void every_message_gets_its_verdict(String message, String finding, String answer, LocalDate until)
            throws Exception {
        if (finding.equals("SET_ASIDE")) {
            assertThatThrownBy(() -> read(message)).isInstanceOf(Unreadable.class);
            return;
        }
        Verdict verdict = read(message);
        assertThat(verdict.finding()).isEqualTo(Finding.valueOf(finding));
        assertThat(verdict.until()).isEqualTo(until);
        if (answer != null) {
            assertThat(verdict.answer()).startsWith(answer);
        }
        assertThat(String.valueOf(verdict.answer())).doesNotContain("admin@", "\n", "\r");
    }

    @Test
    void the_corpus_is_complete() throws Exception {
        List<String> table = Files.readAllLines(CORPUS.resolve("verdicts.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('|')))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(CORPUS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".eml"))
                            .map(name -> name.replace(".eml", "")))
                    .hasSizeGreaterThan(40)
                    .containsExactlyInAnyOrderElementsOf(table);
        }
    }

    private static Verdict read(String name) throws Exception {
        try (InputStream in = Files.newInputStream(CORPUS.resolve(name + ".eml"))) {
            return ReturnedMail.verdict(new MimeMessage(Session.getInstance(new Properties()), in), TODAY);
        }
    }
}
