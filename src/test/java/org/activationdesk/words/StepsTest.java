package org.activationdesk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An administrator reads of the same four steps in the mail, on the page behind the link, in forms and in guides. */
class StepsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final int STEPS = 4;
    private static final Pattern OF = Pattern.compile("(?i)(?:step|stap) (\\d) (?:of|van) (\\d)");

    @ParameterizedTest
    @CsvSource({"accept-agreement, 2", "renew-subscription, 3", "check-subscription, 4"})
    void a_form_says_which_of_the_four_it_is(String form, int step) throws IOException {
        assertThat(counted(Files.readString(Path.of("forms", form + ".form")))).containsExactly(step + "/" + STEPS);
        String dutch = Files.readString(RESOURCES.resolve("forms_nl.properties"));
        assertThat(counted(dutch.lines().filter(line -> line.startsWith(form)).collect(Collectors.joining())))
                .containsExactly(step + "/" + STEPS);
    }

    @ParameterizedTest
    @CsvSource({"en, four", "nl, vier"})
    void mails_and_labels_count_to_four(String language, String four) throws IOException {
        String messages = Files.readString(RESOURCES.resolve("messages_" + language + ".properties"));
        assertThat(messages.lines().filter(line -> line.matches("step\\.\\w+=.*")))
                .hasSize(STEPS);
        assertThat(messages.lines().filter(line -> line.matches("mail\\.activation\\.step\\d=.*")))
                .hasSize(STEPS);
        for (String key : List.of("mail.activation.next", "mail.go-ahead.next", "mail.go-ahead.preheader")) {
            assertThat(messages.lines().filter(line -> line.startsWith(key + "=")))
                    .singleElement()
                    .asString()
                    .contains(four);
        }
    }

    @ParameterizedTest
    @CsvSource({"activation, 1", "go-ahead, 2"})
    void a_mail_lists_the_steps_that_are_left_by_their_numbers(String mail, int first) throws IOException {
        String text = Files.readString(RESOURCES.resolve("mail/" + mail + ".txt"));
        String html = Files.readString(RESOURCES.resolve("mail/" + mail + ".html"));
        for (int step = 1; step <= STEPS; step++) {
            String words = "#{mail.activation.step" + step;
            assertThat(text.contains(step + ". [(" + words)).isEqualTo(step >= first);
            assertThat(html.contains(words)).isEqualTo(step >= first);
        }
        assertThat(html.contains("<ol start=\"2\"")).isEqualTo(first == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void the_guides_have_the_same_steps(String language) throws Exception {
        Element guide = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(RESOURCES
                        .resolve("guides/activation-link-" + language + ".html")
                        .toFile())
                .getDocumentElement();
        int items = 0;
        Node item = guide.getElementsByTagName("ol").item(0).getFirstChild();
        for (; item != null; item = item.getNextSibling()) {
            items += item.getNodeName().equals("li") ? 1 : 0;
        }
        assertThat(items).isEqualTo(STEPS);
        assertThat(counted(Files.readString(RESOURCES.resolve("guides/licensing-portal-" + language + ".html"))))
                .containsExactly("3/" + STEPS);
    }

    private static List<String> counted(String text) {
        return OF.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1) + "/" + found.group(2))
                .toList();
    }
}
