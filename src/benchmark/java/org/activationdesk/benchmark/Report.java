package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.activationdesk.benchmark.Measurement.Percentiles;

/** Medians of all rounds, as JSON for programs and as Markdown for people. */
final class Report {
    private static final Path FOLDER = Path.of("docs", "benchmarks");

    private final List<Turn> turns = new ArrayList<>();
    private final Plan plan;
    private final Map<String, Object> machine;

    Report(Plan plan, Map<String, Object> machine) {
        this.plan = plan;
        this.machine = machine;
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    /** @return the page for people */
    String write() throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("measuredOn", LocalDate.now().toString());
        report.put("machine", machine);
        report.put("plan", plan.toString());
        List<Map<String, Object>> contestants = contestants();
        report.put("contestants", contestants);
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve("latest.json"),
                new ObjectMapper()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .writeValueAsString(report)
                        + "\n");
        String page = new ReportPage(machine, plan, contestants).text();
        Files.writeString(FOLDER.resolve("README.md"), page);
        return page;
    }

    private List<Map<String, Object>> contestants() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int clients : Plan.CLIENTS) {
            for (Contender contender : plan.contenders()) {
                all.add(figures(
                        contender,
                        clients,
                        turns.stream()
                                .filter(turn -> turn.contender() == contender && turn.clients() == clients)
                                .toList()));
            }
        }
        return all;
    }

    private static Map<String, Object> figures(Contender contender, int clients, List<Turn> turns) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("contestant", contender.label());
        figures.put("clients", clients);
        figures.put("activationsPerSecond", median(turns, Turn::perSecond));
        figures.put("slowestRound", quantile(turns, Turn::perSecond, 0));
        figures.put("fastestRound", quantile(turns, Turn::perSecond, 1));
        figures.put("statements", median(turns, turn -> turn.each(turn.database().statements())));
        figures.put("roundTrips", median(turns, turn -> turn.each(turn.inside().roundTrips())));
        figures.put("commits", median(turns, turn -> turn.each(turn.inside().commits())));
        figures.put("walBytes", median(turns, turn -> turn.each(turn.database().walBytes())));
        figures.put("growthBytes", mean(turns));
        figures.put("cpuSeconds", median(turns, turn -> turn.each(turn.inside().cpuSeconds()
                + turn.database().cpuSeconds())));
        figures.put("cpuSecondsOfDatabase", median(turns, turn -> turn.each(turn.database().cpuSeconds())));
        figures.put("peakHeapBytes", median(turns, turn -> turn.inside().peakHeap()));
        figures.put("stepMilliseconds", steps(turns));
        return figures;
    }

    private static Map<String, Percentiles> steps(List<Turn> turns) {
        Map<String, Percentiles> steps = new LinkedHashMap<>();
        for (String step : turns.get(0).inside().steps().keySet()) {
            steps.put(
                    step,
                    new Percentiles(
                            median(turns, turn -> turn.inside().steps().get(step).p50()),
                            median(turns, turn -> turn.inside().steps().get(step).p99())));
        }
        return steps;
    }

    /** Files grow by leaps, so only the sum tells. */
    private static double mean(List<Turn> turns) {
        double bytes = turns.stream().mapToLong(turn -> turn.database().bytes()).sum();
        return rounded(bytes
                / Math.max(
                        1,
                        turns.stream()
                                .mapToLong(turn -> turn.inside().activations())
                                .sum()));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return quantile(turns, figure, 0.5);
    }

    private static double quantile(List<Turn> turns, ToDoubleFunction<Turn> figure, double part) {
        double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        double place = part * (sorted.length - 1);
        return rounded((sorted[(int) Math.floor(place)] + sorted[(int) Math.ceil(place)]) / 2);
    }

    /** Four digits are more than a repetition would confirm. */
    private static double rounded(double figure) {
        double scale = Math.pow(10, Math.max(0, 4 - Math.ceil(Math.log10(Math.abs(figure) + 1e-9))));
        return Math.round(figure * scale) / scale;
    }
}
