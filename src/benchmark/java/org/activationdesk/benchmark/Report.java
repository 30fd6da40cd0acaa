package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All figures, as JSON for programs and as Markdown for people. Parts that were not measured keep their former figures. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path PAGE = Path.of("docs", "benchmarks", "README.md");
    private static final Path FIGURES = PAGE.resolveSibling("latest.json");
    private static final String TITLE = """
            # Benchmark

            Written by `mvn -Pbenchmark verify`; [latest.json](latest.json) has the same figures for programs.

            """;

    private static final String REASONS = """

            What keeps the desk from the goals that it misses, and what comes next:

            - **CPU.** What is left is the engine's own work, which stock Camunda has too, mails in HTML, and the proof; the difference
              to `desk-without-proof` is what the proof costs. Figures from before mails link to it hold two papers that were signed and mailed.
              Next: fewer rows of the engine, see below.
            - **Statements.** Every message that the process can take is a row that is written and deleted, and every node that is passed
              one of the engine's history. Next: one message for all that can happen to an order from outside, and no rows for gateways.
            - **Tasklist.** Counting grows with the tasks that a partner or manager may see: the engine's count joins the links of the
              candidates with all open tasks and sorts out twins. Next: count from the links alone.
            - **Plain SQL** has no tasks to query, no model, no history and no proof.

            """;

    private final ObjectNode figures;

    private Report(ObjectNode figures) {
        this.figures = figures;
    }

    static Report last() throws IOException {
        return new Report(
                Files.exists(FIGURES) ? (ObjectNode) JSON.readTree(FIGURES.toFile()) : JSON.createObjectNode());
    }

    void put(Part part, Map<String, Object> machine, Map<String, Object> measured) {
        ObjectNode section = isMain(part) ? figures : figures.putObject(part.name());
        section.put("measuredOn", LocalDate.now().toString());
        section.set("machine", JSON.valueToTree(machine));
        section.setAll(JSON.<ObjectNode>valueToTree(measured));
    }

    String page(List<Part> parts) {
        return parts.stream()
                .filter(part -> !section(part).isMissingNode())
                .map(part -> part.section(section(part)))
                .collect(Collectors.joining("\n", TITLE + new Goals(figures).section() + REASONS, ""));
    }

    void write(List<Part> parts) throws IOException {
        Files.createDirectories(PAGE.getParent());
        Files.writeString(FIGURES, JSON.writeValueAsString(figures) + "\n");
        Files.writeString(PAGE, page(parts));
    }

    private JsonNode section(Part part) {
        return isMain(part) ? figures : figures.path(part.name());
    }

    /** The comparison came first, so its figures lie at the top. */
    private static boolean isMain(Part part) {
        return part.name().equals(Comparison.NAME);
    }
}
