package org.activationdesk.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures the desk, three other engines and plain SQL on the same work, and writes what it has found to docs/benchmarks. */
public final class Benchmark {
    private Benchmark() {}

    /** @param arguments the plan, as {@code 4,4,50}: rounds, seconds of each measurement, seconds of warming up */
    public static void main(String[] arguments) throws IOException {
        Plan plan = Plan.of(arguments[0]);
        List<Runner> runners = new ArrayList<>();
        try (Postgres postgres = Postgres.start();
                MailSink sink = MailSink.start(0)) {
            Report report = new Report(plan, Machine.describe(postgres.version()));
            for (Contender contender : plan.contenders()) {
                runners.add(Runner.start(contender, postgres.create(contender), sink.port()));
            }
            for (Runner runner : runners) {
                say("%s warms up: %s", runner.contender().label(), runner.measure(4, plan.warmUp()));
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                for (int clients : Plan.CLIENTS) {
                    for (Runner runner : runners) {
                        report.add(measure(postgres, sink, runner, clients, plan.seconds()));
                    }
                }
                say("round %d of %d", round, plan.rounds());
            }
            runners.forEach(Runner::close);
            runners.clear();
            say("%s", report.write());
        } finally {
            runners.forEach(Runner::close);
        }
        // Leftover threads of the embedded PostgreSQL would keep this process alive.
        System.exit(0);
    }

    private static Turn measure(Postgres postgres, MailSink sink, Runner runner, int clients, int seconds)
            throws IOException {
        Contender contender = runner.contender();
        long mails = sink.mails();
        Postgres.Counters before = postgres.counters(contender);
        Measurement measurement = runner.measure(clients, seconds);
        Turn turn =
                new Turn(contender, clients, measurement, postgres.counters(contender).since(before));
        if (sink.mails() - mails != 3 * measurement.activations()) {
            throw new IllegalStateException(contender + " has not mailed what it should");
        }
        say("%-14s %2d clients %7.1f activations/s", contender.label(), clients, turn.perSecond());
        return turn;
    }

    private static void say(String text, Object... arguments) {
        System.out.println(text.formatted(arguments));
    }
}
