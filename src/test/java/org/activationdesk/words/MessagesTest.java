package org.activationdesk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.problem.PendingStep;
import org.activationdesk.purchase.ContactRole;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    private final Properties english = read("messages_en.properties");
    private final Properties dutch = read("messages_nl.properties");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        assertThat(dutch.keySet()).isEqualTo(english.keySet());
        assertThat(dutch.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(dutch, key)).isEqualTo(placeholders(english, key)));
    }

    @Test
    void nothingIsEmptyOrEatenByMessageFormat() {
        for (Properties messages : List.of(english, dutch)) {
            assertThat(messages.stringPropertyNames()).allSatisfy(key -> assertThat(messages.getProperty(key))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("'"));
        }
    }

    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        for (String file : List.of("messages_en.properties", "messages_nl.properties")) {
            assertThat(Files.readAllLines(RESOURCES.resolve(file)).stream()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theAgreementTextsSayWhoAcceptsWhat() throws IOException {
        try (var versions = Files.list(RESOURCES.resolve("agreements"))) {
            assertThat(versions.toList()).isNotEmpty().allSatisfy(version -> assertThat(List.of("en.txt", "nl.txt"))
                    .allSatisfy(file -> assertThat(Files.readString(version.resolve(file)))
                            .contains("{organisation}", "{program}", "{orderNumber}", "{partner}")));
        }
    }

    @Test
    void everyCodeOfTheRecordHasItsWords() {
        Set<PendingStep> steps = EnumSet.complementOf(
                // Nobody who reads has to take these.
                EnumSet.of(PendingStep.FIND_ADMINISTRATOR, PendingStep.READ_REPORT, PendingStep.ANSWER_CASE));
        Map<String, Enum<?>[]> codes = Map.of(
                "event.", TimelineEvent.values(),
                "status.", ActivationStatus.values(),
                "role.", ContactRole.values(),
                "mail.kind.", MailKind.values(),
                "mail.state.", MailState.values(),
                "page.order.waits.", Party.values(),
                "pending.", steps.toArray(PendingStep[]::new));
        codes.forEach((prefix, values) -> assertThat(english.stringPropertyNames())
                .containsAll(
                        Stream.of(values).map(value -> prefix + value.name()).toList()));
    }

    /** The desk's link is the activation link; the other one is Microsoft's. */
    @Test
    void aLinkIsCalledTheSameEverywhere() throws IOException {
        for (Path folder : List.of(RESOURCES, Path.of("forms"))) {
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(file -> file.toString().matches(".*\\.(properties|form|html|txt)"))
                                .toList())
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file))
                                .doesNotContainIgnoringCase("activeringskoppeling")
                                .doesNotContainPattern("(?i)activation link (in|of) the licensing e-mail"));
            }
        }
    }

    private static TreeSet<String> placeholders(Properties messages, String key) {
        return new TreeSet<>(PLACEHOLDER
                .matcher(messages.getProperty(key))
                .results()
                .map(MatchResult::group)
                .toList());
    }

    private static Properties read(String file) {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return messages;
    }
}
