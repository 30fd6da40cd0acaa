package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the desk is to reach, and what the figures say of it; of parts that were never measured it says nothing. */
final class Goals {
    private static final int CLIENTS = 4;
    private static final String STOCK = "camunda-stock";
    private static final String LIST = "list and count";

    private final JsonNode figures;

    Goals(JsonNode figures) {
        this.figures = figures;
    }

    /** @param goal the least or the most, as {@code >= 3} */
    private record Row(String what, String goal, double measured, boolean reached) {
        static Row atLeast(String what, double goal, double measured) {
            return new Row(what, "≥ " + number(goal), measured, measured >= goal);
        }

        static Row below(String what, double goal, double measured) {
            return new Row(what, "< " + number(goal), measured, measured < goal);
        }

        @Override
        public String toString() {
            return "| %s | %s | %s%s |".formatted(what, goal, number(measured), reached ? "" : " **no**");
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
        }
    }

    String section() {
        return Stream.of(comparison(), tasklist(), lists(), rates())
                .flatMap(List::stream)
                .map(Row::toString)
                .collect(Collectors.joining(
                        "\n",
                        """
                        ## Goals

                        Ratios are those of the run below, with %d clients; p95 in milliseconds. That the engine takes at most 90 statements in
                        70 round trips and 6 commits, and the record at most 15, is asserted by `StatementCountTest`.

                        | | goal | measured |
                        |---|---|---|
                        """.formatted(CLIENTS),
                        "\n"));
    }

    private List<Row> comparison() {
        return List.of(
                Row.atLeast("speed, of stock Camunda's", 3, ratio(STOCK, "activationsPerSecond")),
                Row.atLeast("speed, of plain SQL's", 1 / 3.0, ratio("floor", "activationsPerSecond")),
                Row.below("statements, of stock Camunda's", 1 / 3.0, ratio(STOCK, "statements")),
                Row.below("WAL, of stock Camunda's", 1 / 3.0, ratio(STOCK, "walBytes")));
    }

    private double ratio(String contestant, String figure) {
        return of("desk").path(figure).asDouble() / of(contestant).path(figure).asDouble();
    }

    private JsonNode of(String contestant) {
        return stream(figures.path("contestants"))
                .filter(one -> one.path("contestant").asText().equals(contestant)
                        && one.path("clients").asInt() == CLIENTS)
                .findFirst()
                .orElseThrow();
    }

    /** Of the slowest role, with the most and with the fewest open activations. */
    private List<Row> tasklist() {
        TreeMap<Integer, Map<String, Double>> bySize =
                stream(figures.path("tasklist").path("calls"))
                        .filter(call -> call.path("call").asText().equals(LIST))
                        .collect(Collectors.groupingBy(
                                call -> call.path("openActivations").asInt(),
                                TreeMap::new,
                                Collectors.toMap(
                                        call -> call.path("role").asText(),
                                        call -> call.path("p95").asDouble())));
        if (bySize.isEmpty()) {
            return List.of();
        }
        Map<String, Double> few = bySize.firstEntry().getValue();
        Map<String, Double> many = bySize.lastEntry().getValue();
        String size = "Tasklist's list and count with " + bySize.lastKey() + " open, slowest role";
        return List.of(
                Row.below(size + ", p95", 50, slowest(many, many::get)),
                Row.below(size + ", times that with " + bySize.firstKey(), 2, slowest(many, role -> many.get(role) / few.get(role))));
    }

    private List<Row> lists() {
        return stream(figures.path("lists").path("calls"))
                .max(Comparator.comparing(call -> call.path("p95").asDouble()))
                .map(call -> Row.below(
                        "orders and agreements with %d orders, slowest call and role, p95"
                                .formatted(figures.path("lists").path("openActivations").asInt()
                                        + figures.path("lists").path("finishedActivations").asInt()),
                        50,
                        call.path("p95").asDouble()))
                .stream()
                .toList();
    }

    private static double slowest(Map<String, Double> roles, Function<String, Double> time) {
        return roles.keySet().stream().map(time).max(Comparator.naturalOrder()).orElseThrow();
    }

    private List<Row> rates() {
        return Stream.of(
                        stream(figures.path("mail").path("servers"))
                                .filter(server -> server.path("answerMilliseconds").asInt() == 1)
                                .map(server -> Row.atLeast(
                                        "mails/s at a server that answers in 1 ms",
                                        200,
                                        server.path("mailsPerSecond").asDouble())),
                        stream(figures.path("start").path("starts"))
                                .min(Comparator.comparing(start -> start.path("secondsUntilReady").asDouble()))
                                .map(start -> Row.below(
                                        "seconds until ready, with the archive of classes",
                                        6,
                                        start.path("secondsUntilReady").asDouble()))
                                .stream(),
                        Stream.of(figures.path("growth"))
                                .filter(growth -> !growth.isMissingNode())
                                .flatMap(growth -> Stream.of(
                                        growth(growth, "", "activationsPerSecond"),
                                        growth(growth, " and history being removed", "activationsPerSecondAtNight"))))
                .flatMap(Function.identity())
                .toList();
    }

    private static Row growth(JsonNode growth, String meanwhile, String figure) {
        return Row.atLeast(
                "speed with " + growth.path("finishedActivations").asInt() + " finished" + meanwhile
                        + ", of an empty database's",
                0.9,
                growth.path(figure).path("share").asDouble());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
