package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The desk, three other engines and plain SQL on the same work. */
final class Comparison implements Part {
    static final String NAME = "comparison";

    private final Plan plan;

    Comparison(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws IOException {
        List<Turn> turns = new ArrayList<>();
        List<Runner> runners = new ArrayList<>();
        try (MailSink sink = MailSink.start(0)) {
            for (Contender contender : plan.contenders()) {
                runners.add(Runner.start(contender, postgres.create(contender.database()), sink.port()));
            }
            for (Runner runner : runners) {
                Benchmark.say("%s warms up: %s", runner.contender().label(), runner.measure(4, plan.warmUp()));
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                for (int clients : Plan.CLIENTS) {
                    for (Runner runner : runners) {
                        turns.add(measure(postgres, sink, runner, clients, plan.seconds()));
                    }
                }
                Benchmark.say("round %d of %d", round, plan.rounds());
            }
        } finally {
            runners.forEach(Runner::close);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plan", plan.toString());
        figures.put("contestants", new Contestants(turns).figures(plan));
        return figures;
    }

    private static Turn measure(Postgres postgres, MailSink sink, Runner runner, int clients, int seconds)
            throws IOException {
        Contender contender = runner.contender();
        long mails = sink.mails();
        Postgres.Counters before = postgres.counters(contender.database());
        Measurement measurement = runner.measure(clients, seconds);
        Turn turn = new Turn(
                contender,
                clients,
                measurement,
                postgres.counters(contender.database()).since(before));
        if (sink.mails() - mails != 3 * measurement.activations()) {
            throw new IllegalStateException(contender + " has not mailed what it should");
        }
        Benchmark.say("%-14s %2d clients %7.1f activations/s", contender.label(), clients, turn.perSecond());
        return turn;
    }

    @Override
    public String section(JsonNode figures) {
        return new ComparisonPage(figures).text();
    }
}
