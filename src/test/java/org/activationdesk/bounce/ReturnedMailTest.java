package org.activationdesk.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.tryout.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corpus: messages in the shapes that mail servers and people send them, each with the verdict it must get. */
class ReturnedMailTest {
    private static final Path CORPUS = Path.of("src/test/resources/bounces");
    private static final Path TABLE = Path.of("docs/failure-reports.md");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Recipient OURS = new Recipient("Admin@foundry.example");
    /** The last day of the link in the mail that comes back. */
    private static final Set<LocalDate> SAID = Set.of(LocalDate.of(2027, 5, 20));

    private static final String AUTOMATIC = "From: a@foundry.example\nAuto-Submitted: auto-replied\n";
    private static final String SERVER = "From: MAILER-DAEMON <>\n";
    private static final int MUCH = 900_000;

    @ParameterizedTest(name = "{0} is {2}")
    @CsvFileSource(resources = "/bounces/verdicts.csv", delimiter = '|')
    void every_message_gets_its_verdict(String message, String format, String finding, String answer, LocalDate until)
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
        try (Stream<Path> files = Files.list(CORPUS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".eml"))
                            .map(name -> name.replace(".eml", "")))
                    .hasSizeGreaterThanOrEqualTo(250)
                    .containsExactlyInAnyOrderElementsOf(
                            index().stream().map(line -> line[0]).toList());
        }
    }

    @Test
    void no_report_is_a_refusal_of_somebody_whom_it_does_not_name() throws Exception {
        Recipient somebodyElse = new Recipient("piet@other.example");
        for (String[] line : index()) {
            if (!line[2].equals("SET_ASIDE")) {
                assertThat(ReturnedMail.verdict(message(line[0]), somebodyElse, SAID, TODAY)
                                .finding())
                        .as(line[0])
                        .isNotEqualTo(Finding.FAILED);
            }
        }
    }

    @Test
    void the_page_about_failure_reports_counts_what_the_corpus_holds() throws Exception {
        Map<String, List<String>> findings = index().stream()
                .collect(Collectors.groupingBy(
                        line -> line[1], TreeMap::new, Collectors.mapping(line -> line[2], Collectors.toList())));
        List<String> rows = findings.entrySet().stream()
                .map(format -> "| " + format.getKey() + " | "
                        + format.getValue().size() + " | "
                        + Stream.of("FAILED", "DELAYED", "DELIVERED", "AUTOMATIC", "UNCLEAR", "SET_ASIDE")
                                .map(finding -> String.valueOf(format.getValue().stream()
                                        .filter(finding::equals)
                                        .count()))
                                .collect(Collectors.joining(" | "))
                        + " |")
                .toList();
        assertThat(Files.readString(TABLE)
                        .lines()
                        .filter(line -> line.matches("\\|[^|]+\\| \\d.*"))
                        .map(line -> line.replaceFirst("(?<=\\|)[^|]*\\|$", "")))
                .containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style",
                "<script>",
                "<blockquote>",
                "</blockquote>",
                "<",
                "<br ",
                ">",
                "\n> ",
                "\non a wrote ",
                "\nfrom: \n",
                "away 1 jan ",
                "1.1.",
                "from to 4 may ",
                "until ",
                "said 550 ",
                "\n5.1.1",
                "\nfinal-recipient: a\n x",
                "<a@",
                "(generated from ",
                "\u00e9 ",
                "----- "
            })
    void a_message_that_is_made_to_cost_time_costs_little(String hostile) {
        String text = "Hello " + hostile.repeat(MUCH / hostile.length());
        for (String headers : List.of(AUTOMATIC, SERVER)) {
            for (String type : List.of("text/plain", "text/html")) {
                assertTimeout(Patience.LONG, () -> read(headers, type, text));
            }
        }
    }

    @Test
    void a_report_with_endless_fields_is_read_from_its_beginning() throws Exception {
        String status =
                "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; admin@foundry.example\nAction: failed\nStatus: 5.1.1\n"
                        + "\n\nx:\n".repeat(MUCH / 5);
        Verdict verdict =
                read(SERVER + "Subject: " + "=?utf-8?Q?a?= ".repeat(10_000) + "\n", "message/delivery-status", status);
        assertThat(verdict.finding()).isEqualTo(Finding.FAILED);
    }

    private static Verdict read(String headers, String type, String text) throws Exception {
        return ReturnedMail.verdict(
                parsed((headers + "Content-Type: " + type + "; charset=utf-8\n\n" + text).getBytes(UTF_8)),
                OURS,
                SAID,
                TODAY);
    }

    private static Verdict read(String name) throws Exception {
        return ReturnedMail.verdict(message(name), OURS, SAID, TODAY);
    }

    private static MimeMessage message(String name) throws Exception {
        return parsed(Files.readAllBytes(CORPUS.resolve(name + ".eml")));
    }

    private static MimeMessage parsed(byte[] bytes) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static List<String[]> index() throws IOException {
        return Files.readAllLines(CORPUS.resolve("verdicts.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .toList();
    }
}
