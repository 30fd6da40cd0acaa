package org.activationdesk.forms;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Path> forms() throws IOException {
        return Files.list(FORMS).sorted();
    }

    static Stream<String> ids() throws IOException {
        return forms().map(FormsTest::name).map(FormsTest::withoutLanguage).distinct();
    }

    @Test
    void everyTaskOfTheProcessHasItsForms() throws IOException {
        String model = Files.readString(Path.of("processes/license-activation.bpmn"));
        Set<String> named = Stream.of(model.split("camunda:formRef=\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf("-${language}")))
                .collect(toSet());
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(named);
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
    @MethodSource("ids")
    void saysTheSameInBothLanguages(String id) throws IOException {
        List<JsonNode> english =
                components(JSON.readTree(FORMS.resolve(id + "-en.form").toFile()));
        List<JsonNode> dutch =
                components(JSON.readTree(FORMS.resolve(id + "-nl.form").toFile()));
        assertThat(dutch.stream().map(FormsTest::behaviour))
                .containsExactlyElementsOf(
                        english.stream().map(FormsTest::behaviour).toList());
        assertThat(texts(dutch, "label"))
                .filteredOn(label -> !label.isBlank())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(texts(english, "label").stream()
                        .filter(label -> !label.isBlank() && !label.equals("Partner"))
                        .toList());
    }

    /** All that matters to the engine and to the rules, and nothing that is only read. */
    private static String behaviour(JsonNode component) {
        List<String> values = texts(children(component, "values"), "value");
        return String.join(
                " | ",
                component.path("type").asText(),
                component.path("id").asText(),
                component.path("key").asText(),
                values.toString(),
                component.path("valuesKey").asText(),
                component.path("readonly").toString(),
                component.path("validate").toString(),
                component.path("conditional").toString(),
                component.path("layout").toString());
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

    private static String withoutLanguage(String name) {
        return name.replaceFirst("-(en|nl)$", "");
    }
}
