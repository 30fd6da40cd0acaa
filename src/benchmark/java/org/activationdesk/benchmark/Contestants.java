package org.activationdesk.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.activationdesk.benchmark.Measurement.Percentiles;

/** Medians of all rounds of the comparison. */
final class Contestants {
    private final List<Turn> turns;

    Contestants(List<Turn> turns) {
        this.turns = turns;
    }

    List<Map<String, Object>> figures(Plan plan) {
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
        return Figures.rounded(bytes
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
        return Figures.quantile(turns.stream().mapToDouble(figure).toArray(), part);
    }
}
