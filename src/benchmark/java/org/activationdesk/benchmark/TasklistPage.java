package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The times of Tasklist for people. */
final class TasklistPage {
    private static final String INTRODUCTION = """
            ## Tasklist under load

            What somebody waits for whose browser calls what Camunda's Tasklist calls, over HTTP, signed in, with authorization
            on: milliseconds, median / 95th percentile. Open activations are spread over 200 partners and 20,000
            administrators: half wait for administrators, nine twentieths for partners, one twentieth for managers.

            `list and count` is the first page of the role's list with the number of all tasks in it; `search` is the list for an
            order number; `open task` is five calls, for task, form, process, form definition and contents; `complete task`
            claims where a group was asked, submits the form and records the answer. The pages of orders and the page
            behind the activation link are the desk's own.

            """;

    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    TasklistPage(JsonNode figures) {
        Set<String> sizes = new LinkedHashSet<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (JsonNode call : figures.path("calls")) {
            String size = call.path("openActivations").asText();
            sizes.add(size);
            rows.computeIfAbsent(
                            call.path("call").asText() + " | " + call.path("role").asText(),
                            row -> new LinkedHashMap<>())
                    .put(size, Figures.number(call.path("p50"), 1) + " / " + Figures.number(call.path("p95"), 1));
        }
        line(Machine.words(figures));
        line("");
        line("| call | role | " + String.join(" open | ", sizes) + " open |");
        line("|---|---|" + "---|".repeat(sizes.size()));
        rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(row -> line("| " + row.getKey() + " | " + String.join(" | ", row.getValue().values()) + " |"));
    }

    String text() {
        return page.toString();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
