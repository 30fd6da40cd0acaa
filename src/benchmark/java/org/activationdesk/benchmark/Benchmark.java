package org.activationdesk.benchmark;

import java.util.List;

/** Measures the desk, part by part, and writes what it has found to docs/benchmarks. */
public final class Benchmark {
    private Benchmark() {}

    /** @param arguments the parts to measure, as {@code comparison,tasklist}; system properties say how much of each */
    public static void main(String[] arguments) throws Exception {
        List<Part> parts = List.of(
                new Comparison(Plan.of(System.getProperty("benchmark"))),
                Tasklist.of(System.getProperty("benchmark.tasklist")),
                Lists.of(System.getProperty("benchmark.lists")),
                new Import(),
                new MailRate(),
                new Start(),
                new Idle(),
                Growth.of(System.getProperty("benchmark.growth")));
        List<String> wanted = List.of(arguments[0].split(","));
        Report report = Report.last();
        try (Postgres postgres = Postgres.start()) {
            for (Part part : parts) {
                if (wanted.contains(part.name())) {
                    report.put(part, Machine.describe(postgres.version()), part.measure(postgres));
                }
                report.write(parts);
            }
        }
        say("%s", report.page(parts));
        // Leftover threads of the embedded PostgreSQL would keep this process alive.
        System.exit(0);
    }

    static void say(String text, Object... arguments) {
        System.out.println(text.formatted(arguments));
    }
}
