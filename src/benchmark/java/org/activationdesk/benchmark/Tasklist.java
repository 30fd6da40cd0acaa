package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people wait for in Tasklist while thousands of activations are open. */
final class Tasklist implements Part {
    private static final int WARM_UP = 40;
    /** Few, as each uses up a task. */
    private static final int COMPLETIONS = 25;

    private final List<Integer> sizes;
    private final int times;

    private Tasklist(List<Integer> sizes, int times) {
        this.sizes = sizes;
        this.times = times;
    }

    /** @param plan as {@code 100,1000,10000,100000}: how often each call is measured, and with how many open activations */
    static Tasklist of(String plan) {
        List<Integer> numbers =
                Arrays.stream(plan.split(",")).map(Integer::valueOf).toList();
        return new Tasklist(numbers.subList(1, numbers.size()), numbers.get(0));
    }

    @Override
    public String name() {
        return "tasklist";
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws Exception {
        List<Map<String, Object>> calls = new ArrayList<>();
        // The follow-up would mail to everybody whose copy has waited for days.
        try (MailSink sink = MailSink.start(0);
                Desk desk = Desk.start(postgres, sink, "tasklist", "--activation.follow-up.cycle=R/PT12H")) {
            OpenActivations open = new OpenActivations(desk, 0);
            for (int size : sizes) {
                open.fillUpTo(size);
                if (calls.isEmpty()) {
                    // A desk that has just been started would be slow with few activations and quick with many.
                    Person.ALL.forEach(person ->
                            new TasklistCalls(desk, person).looking().values().forEach(call -> times(call, 0, times)));
                }
                for (Person person : Person.ALL) {
                    TasklistCalls tasklist = new TasklistCalls(desk, person);
                    tasklist.looking().forEach((call, work) -> calls.add(figures(size, person, call, work, times)));
                    calls.add(figures(size, person, "complete task", tasklist.completing(2 * COMPLETIONS), COMPLETIONS));
                }
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plan", "each call %d times, one after the other, after %d for warming up".formatted(times, WARM_UP));
        figures.put("calls", calls);
        return figures;
    }

    private Map<String, Object> figures(int size, Person person, String call, Runnable work, int times) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("openActivations", size);
        figures.put("role", person.role());
        figures.put("call", call);
        figures.putAll(times(work, Math.min(times, WARM_UP), times));
        Benchmark.say("tasklist %7d %-20s %-20s %s / %s", size, person.role(), call, figures.get("p50"), figures.get("p95"));
        return figures;
    }

    /** Milliseconds of a call: median and 95th percentile. */
    static Map<String, Double> times(Runnable call, int warmUp, int times) {
        for (int i = 0; i < warmUp; i++) {
            call.run();
        }
        double[] milliseconds = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            call.run();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        return new TreeMap<>(
                Map.of("p50", Figures.quantile(milliseconds, 0.5), "p95", Figures.quantile(milliseconds, 0.95)));
    }

    @Override
    public String section(JsonNode figures) {
        return new TasklistPage(figures).text();
    }
}
