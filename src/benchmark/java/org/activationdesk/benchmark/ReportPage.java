package org.activationdesk.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.activationdesk.benchmark.Measurement.Percentiles;

/** The report for people. */
final class ReportPage {
    private static final String INTRODUCTION = """
            # The desk against other engines

            Written by `mvn -Pbenchmark verify`; [latest.json](latest.json) has the same figures for programs.

            Every contestant takes the same purchases all the way: purchase in, administrator found, activation mail, sign-in,
            two tasks that are listed and completed and whose answers are checked, two confirmations, end. All use one
            PostgreSQL with `fsync` and `synchronous_commit` on, a database and a Java process (`-Xmx512m`) each, and take
            turns; mails go to an SMTP server that takes everything.

            | contestant | what it is |
            |---|---|
            | desk | the desk as shipped: authorization on, the whole record, HTML mails. Only the pace of mails is lifted |
            | camunda-stock | Camunda 7.24.0 with the defaults of its Spring Boot starter, eight variables, plain text mails, no authorization |
            | operaton | Operaton 1.0.3, likewise |
            | flowable | the engine of Flowable 8.0.0 with its defaults, likewise |
            | floor | the same facts and as many durable steps as the desk has, in plain SQL: what no engine can reach |

            Figures are for each activation and medians of all rounds; behind the speed, the slowest and the fastest round.
            A round trip is one executed statement or batch; a commit is counted where something was written; CPU
            is that of the contestant and of PostgreSQL together. Growth is that of the whole database.

            """;

    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    ReportPage(Map<String, Object> machine, Plan plan, List<Map<String, Object>> contestants) {
        line("Measured on %s cores (%s), %s GiB, %s, %s, PostgreSQL %s; %s.".formatted(
                machine.get("cores"),
                machine.get("processor"),
                machine.get("memoryGiB"),
                machine.get("os"),
                machine.get("jdk"),
                machine.get("postgresql"),
                plan));
        line("");
        line("| contestant | clients | activations/s | statements | round trips | commits | WAL kB | growth kB | CPU ms | heap MB |");
        line("|---|---|---|---|---|---|---|---|---|---|");
        contestants.forEach(this::row);
        line("");
        line("Milliseconds of each step, median / 99th percentile; mails wait for a job.");
        line("");
        line("| contestant | clients | purchase | invitation | sign-in | accept | renew | confirm |");
        line("|---|---|---|---|---|---|---|---|");
        contestants.forEach(this::steps);
    }

    String text() {
        return page.toString();
    }

    private void row(Map<String, Object> figures) {
        line("| %s | %s | **%s** (%s–%s) | %s | %s | %s | %s | %s | %s | %s |".formatted(
                figures.get("contestant"),
                figures.get("clients"),
                number(figures.get("activationsPerSecond"), 1),
                number(figures.get("slowestRound"), 1),
                number(figures.get("fastestRound"), 1),
                number(figures.get("statements"), 1),
                number(figures.get("roundTrips"), 1),
                number(figures.get("commits"), 1),
                number(figures.get("walBytes"), 1e-3),
                number(figures.get("growthBytes"), 1e-3),
                number(figures.get("cpuSeconds"), 1e3),
                number(figures.get("peakHeapBytes"), 1e-6)));
    }

    private void steps(Map<String, Object> figures) {
        StringBuilder row = new StringBuilder(
                "| %s | %s |".formatted(figures.get("contestant"), figures.get("clients")));
        ((Map<?, ?>) figures.get("stepMilliseconds")).values().forEach(step -> {
            Percentiles milliseconds = (Percentiles) step;
            row.append(" %s / %s |".formatted(number(milliseconds.p50(), 1), number(milliseconds.p99(), 1)));
        });
        line(row.toString());
    }

    private static String number(Object figure, double scale) {
        double value = (Double) figure * scale;
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
