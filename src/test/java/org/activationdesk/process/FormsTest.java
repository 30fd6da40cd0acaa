package org.activationdesk.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.activationdesk.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** One unknown component breaks a whole form in Tasklist, and nobody sees it before a person opens the task. */
class FormsTest {

    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** What form-js 1.8.7, the one inside Tasklist, renders and what the desk wants to use of it. */
    private static final Set<String> RENDERED = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "select",
            "radio",
            "checkbox",
            "group",
            "separator",
            "spacer");

    private final FormTranslations translations = new FormTranslations();

    static Stream<Path> forms() throws IOException {
        return Files.list(FORMS).sorted();
    }

    @Test
    void everyTaskOfTheProcessHasItsForm() throws IOException {
        String model = Files.readString(Path.of("processes/license-activation.bpmn"));
        Set<String> named = Stream.of(model.split("camunda:formRef=\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf("-${language}")))
                .collect(toSet());
        assertThat(forms().map(FormsTest::name)).containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAFormThatTasklistRenders(Path file) throws IOException {
        JsonNode form = JSON.readTree(file.toFile());
        assertThat(file.toString()).endsWith(".form");
        assertThat(form.path("id").asText()).isEqualTo(name(file));
        assertThat(form.path("schemaVersion").asInt()).isLessThanOrEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(components(form)).allSatisfy(component -> assertThat(RENDERED)
                .contains(component.path("type").asText()));
        assertThat(texts(components(form), "id")).doesNotHaveDuplicates().isNotEmpty();
        assertThat(texts(components(form), "key")).doesNotHaveDuplicates().isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void valuesKeyStandsAtTheTopWhereFormJsReadsIt(Path file) throws IOException {
        JsonNode form = JSON.readTree(file.toFile());
        List<JsonNode> nested = components(form);
        form.path("components").forEach(nested::remove);
        assertThat(nested).noneMatch(component -> component.has("valuesKey"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatPeopleReadInADutchFormIsDutch(Path file) throws IOException {
        JsonNode english = JSON.readTree(file.toFile());
        JsonNode dutch = JSON.readTree(translations.in(Language.NL, Files.readString(file)));
        assertThat(dutch.path("id").asText()).isEqualTo(name(file) + "-nl");
        assertThat(texts(components(dutch), "id")).isEqualTo(texts(components(english), "id"));
        assertThat(texts(components(dutch), "label"))
                .filteredOn(label -> !label.isBlank())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(texts(components(english), "label").stream()
                        .filter(label -> !label.isBlank() && !label.equals("Partner"))
                        .toList());
    }

    @Test
    void anEnglishFormIsAsItsFileSays() throws IOException {
        String file = Files.readString(FORMS.resolve("accept-agreement.form"));
        assertThat(JSON.readTree(translations.in(Language.EN, file)))
                .isEqualTo(JSON.readTree(file.replace("\"accept-agreement\"", "\"accept-agreement-en\"")));
    }

    @Test
    void aTextWithoutATwinIsNamed() {
        String form = """
                {"id": "new", "components": [{"type": "text", "id": "Text_new", "text": "News"}]}""";
        assertThatThrownBy(() -> translations.in(Language.NL, form)).hasMessageContaining("new.Text_new.text");
    }

    @Test
    void noTwinIsLeftOver() throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path file : forms().toList()) {
            for (JsonNode component : components(JSON.readTree(file.toFile()))) {
                String id = component.path("id").asText();
                Stream.concat(FormTranslations.WORDS.stream(), texts(children(component, "values"), "value").stream())
                        .forEach(what -> keys.addAll(List.of(id + "." + what, name(file) + "." + id + "." + what)));
            }
        }
        var dutch = PropertiesLoaderUtils.loadAllProperties("forms_nl.properties");
        assertThat(keys).containsAll(dutch.stringPropertyNames());
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode component : children(parent, "components")) {
            found.add(component);
            found.addAll(components(component));
        }
        return found;
    }

    private static List<JsonNode> children(JsonNode parent, String name) {
        return StreamSupport.stream(parent.path(name).spliterator(), false).toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.has(name))
                .map(node -> node.path(name).asText())
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.form$", "");
    }
}
