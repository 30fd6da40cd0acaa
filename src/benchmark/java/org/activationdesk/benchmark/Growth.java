package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a database full of finished activations costs: the same desk with an empty one takes turns. */
final class Growth implements Part {
    private static final String EMPTY = "empty";
    private static final String FULL = "full";
    private static final int CLIENTS = 4;
    private static final int OPEN = 1000;
    /** One every few minutes for nine years; history is kept for seven, so a fifth of them is due to be removed. */
    private static final String AGE = "i * (interval '3285 days' / %d)";

    private final int finished;
    private final int rounds;
    private final int seconds;
    private final int warmUp;
    private final int times;

    private Growth(List<Integer> plan) {
        finished = plan.get(0);
        rounds = plan.get(1);
        seconds = plan.get(2);
        warmUp = plan.get(3);
        times = plan.get(4);
    }

    /**
     * @param plan as {@code 1000000,6,10,40,60}: finished activations, rounds, seconds of each, seconds of warming up, how
     *     often each call of Tasklist is measured
     */
    static Growth of(String plan) {
        return new Growth(Arrays.stream(plan.split(",")).map(Integer::valueOf).toList());
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (MailSink sink = MailSink.start(0);
                Desk empty = Desk.start(postgres, sink, "growth_" + EMPTY);
                Desk full = Desk.start(postgres, sink, "growth_" + FULL)) {
            figures.put(
                    "plan",
                    "%d rounds of %d s with %d clients after %d s of warming up".formatted(rounds, seconds, CLIENTS, warmUp));
            figures.put("finishedActivations", finished);
            figures.put("openActivations", OPEN);
            fill(full);
            Map<String, Desk> desks = new LinkedHashMap<>();
            desks.put(EMPTY, empty);
            desks.put(FULL, full);
            for (Map.Entry<String, Desk> desk : desks.entrySet()) {
                new OpenActivations(desk.getValue(), OpenActivations.after(finished)).fillUpTo(OPEN);
                desk.getValue().runner().measure(CLIENTS, warmUp);
            }
            figures.put("activationsPerSecond", throughput(postgres, desks));
            figures.put("calls", calls(desks));
            figures.put("databaseBytes", postgres.counters(full.name()).bytes());
            long history = history(full);
            cleanUp(full);
            figures.put("activationsPerSecondAtNight", throughput(postgres, desks));
            figures.put("removedFromHistory", history - history(full));
        }
        return figures;
    }

    private void fill(Desk full) {
        Filling.fill(
                full.url(),
                List.of(Sample.ENDED),
                (sample, copies) -> copies.make(
                        "select i from generate_series(1, " + finished + ") i", AGE.formatted(finished)));
    }

    /** What the engine does from two o'clock at night, now; as its {@code cleanUpHistoryAsync(true)}. */
    private static void cleanUp(Desk desk) {
        desk.database().sql("""
                        update act_ru_job
                        set duedate_ = now(),
                            handler_cfg_ = replace(handler_cfg_, '"immediatelyDue":false', '"immediatelyDue":true')
                        where handler_type_ = 'history-cleanup'
                        """).update();
    }

    /** Medians of all rounds, and bytes of WAL for each activation: a page that is first written after a checkpoint is there whole. */
    private Map<String, Object> throughput(Postgres postgres, Map<String, Desk> desks) throws IOException {
        Map<String, double[]> rates = new LinkedHashMap<>();
        Map<String, double[]> wal = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Desk> desk : desks.entrySet()) {
                Postgres.Counters before = postgres.counters(desk.getValue().name());
                Measurement measured = desk.getValue().runner().measure(CLIENTS, seconds);
                double bytes = postgres.counters(desk.getValue().name()).since(before).walBytes();
                double perSecond = measured.activations() / measured.seconds();
                rates.computeIfAbsent(desk.getKey(), name -> new double[rounds])[round] = perSecond;
                wal.computeIfAbsent(desk.getKey(), name -> new double[rounds])[round] = bytes / measured.activations();
                Benchmark.say(
                        "growth %-6s %5.1f activations/s, %.0f bytes of WAL each",
                        desk.getKey(), perSecond, bytes / measured.activations());
            }
        }
        Map<String, Object> figures = medians(rates);
        figures.put("share", Figures.rounded((double) figures.get(FULL) / (double) figures.get(EMPTY)));
        figures.put("walBytes", medians(wal));
        return figures;
    }

    private static Map<String, Object> medians(Map<String, double[]> rounds) {
        Map<String, Object> medians = new LinkedHashMap<>();
        rounds.forEach((name, all) -> medians.put(name, Figures.quantile(all, 0.5)));
        return medians;
    }

    private List<Map<String, Object>> calls(Map<String, Desk> desks) {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (Person person : Person.ALL) {
            desks.forEach((name, desk) -> new TasklistCalls(desk, person).looking().forEach((call, work) -> {
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("database", name);
                figures.put("role", person.role());
                figures.put("call", call);
                figures.putAll(Tasklist.times(work, times / 2, times));
                calls.add(figures);
                Benchmark.say("growth %-6s %-20s %-20s %s", name, person.role(), call, figures.get("p95"));
            }));
        }
        return calls;
    }

    /** Without what ends while it is measured. */
    private static long history(Desk desk) {
        return desk.database()
                .sql("select count(*) from act_hi_procinst where end_time_ < now() - interval '1 hour'")
                .query(Long.class)
                .single();
    }

    @Override
    public String section(JsonNode figures) {
        return new GrowthPage(figures).text();
    }
}
