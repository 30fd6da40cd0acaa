package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What growth costs, for people. */
final class GrowthPage {
    private static final String INTRODUCTION = """
            ## Growth

            The same desk with an empty database and with one full of finished activations take turns, with the settings as shipped;
            both have 1,000 open ones. The engine's history of a fifth of the finished ones is due to be removed. That begins at two
            o'clock at night, in the second row: the desk with the full database removes while it works.

            """;

    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    GrowthPage(JsonNode figures) {
        line(Machine.words(figures));
        line("");
        JsonNode speed = figures.path("activationsPerSecond");
        line("| | empty | %,d finished | share |".formatted(figures.path("finishedActivations").asInt()));
        line("|---|---|---|---|");
        line(speed("activations/s", speed));
        line(wal("WAL kB for each", speed));
        line(speed("activations/s while history is removed", figures.path("activationsPerSecondAtNight")));
        line(wal("WAL kB for each, with what the removal writes", figures.path("activationsPerSecondAtNight")));
        line("");
        line("Milliseconds, median / 95th percentile; removed from the history in the second row: %,d; the full database has %.1f GB."
                .formatted(
                        figures.path("removedFromHistory").asInt(),
                        figures.path("databaseBytes").asDouble() / 1e9));
        line("");
        line("| call | role | empty | full |");
        line("|---|---|---|---|");
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (JsonNode call : figures.path("calls")) {
            rows.computeIfAbsent(
                            call.path("call").asText() + " | " + call.path("role").asText(),
                            row -> new LinkedHashMap<>())
                    .put(
                            call.path("database").asText(),
                            Figures.number(call.path("p50"), 1) + " / " + Figures.number(call.path("p95"), 1));
        }
        rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(row -> line("| " + row.getKey() + " | " + String.join(" | ", row.getValue().values()) + " |"));
    }

    private static String speed(String what, JsonNode speed) {
        return "| %s | %s | %s | **%.0f %%** |".formatted(
                what,
                Figures.number(speed.path("empty"), 1),
                Figures.number(speed.path("full"), 1),
                100 * speed.path("share").asDouble());
    }

    private static String wal(String what, JsonNode speed) {
        JsonNode bytes = speed.path("walBytes");
        return "| %s | %s | %s | |".formatted(
                what,
                Figures.number(bytes.path("empty"), 0.001),
                Figures.number(bytes.path("full"), 0.001));
    }

    String text() {
        return page.toString();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
