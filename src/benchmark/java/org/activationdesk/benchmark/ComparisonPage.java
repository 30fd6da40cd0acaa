package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;

/** The comparison for people. */
final class ComparisonPage {
    private static final String INTRODUCTION = """
            ## The desk against other engines

            Every contestant takes the same purchases all the way: purchase in, administrator found, activation mail, sign-in,
            two tasks that are listed and completed and whose answers are checked, two confirmations, end. All use one
            PostgreSQL with `fsync` and `synchronous_commit` on, a database and a Java process (`-Xmx512m`) each, and take
            turns; mails go to an SMTP server that takes everything.

            | contestant | what it is |
            |---|---|
            | desk | the desk as shipped: authorization on, the whole record, HTML mails. Only the pace of mails is lifted |
            | desk-without-proof | the same, whose confirmations name no proof, which nobody else has |
            | camunda-stock | Camunda 7.24.0 with the defaults of its Spring Boot starter, eight variables, plain text mails, no authorization |
            | operaton | Operaton 1.0.3, likewise |
            | flowable | the engine of Flowable 8.0.0 with its defaults, likewise |
            | floor | the same facts and as many durable steps as the desk has, in plain SQL: what no engine can reach |

            Figures are for each activation and medians of all rounds; behind the speed, the slowest and the fastest round.
            A round trip is one executed statement or batch; a commit is counted where something was written; CPU
            is that of the contestant and of PostgreSQL together. Growth is that of the whole database.

            """;

    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    ComparisonPage(JsonNode figures) {
        JsonNode contestants = figures.path("contestants");
        line(Machine.words(figures));
        line("");
        line("| contestant | clients | activations/s | statements | round trips | commits | WAL kB | growth kB | CPU ms | heap MB |");
        line("|---|---|---|---|---|---|---|---|---|---|");
        contestants.forEach(this::row);
        line("");
        line("Milliseconds of each step, median / 99th percentile; the first and the last wait for a mail to leave.");
        line("");
        line("| contestant | clients | purchase | invitation | sign-in | accept | renew | confirm |");
        line("|---|---|---|---|---|---|---|---|");
        contestants.forEach(this::steps);
    }

    String text() {
        return page.toString();
    }

    private void row(JsonNode figures) {
        line("| %s | %s | **%s** (%s–%s) | %s | %s | %s | %s | %s | %s | %s |".formatted(
                figures.path("contestant").asText(),
                figures.path("clients"),
                Figures.number(figures.path("activationsPerSecond"), 1),
                Figures.number(figures.path("slowestRound"), 1),
                Figures.number(figures.path("fastestRound"), 1),
                Figures.number(figures.path("statements"), 1),
                Figures.number(figures.path("roundTrips"), 1),
                Figures.number(figures.path("commits"), 1),
                Figures.number(figures.path("walBytes"), 1e-3),
                Figures.number(figures.path("growthBytes"), 1e-3),
                Figures.number(figures.path("cpuSeconds"), 1e3),
                Figures.number(figures.path("peakHeapBytes"), 1e-6)));
    }

    private void steps(JsonNode figures) {
        StringBuilder row = new StringBuilder(
                "| %s | %s |".formatted(figures.path("contestant").asText(), figures.path("clients")));
        figures.path("stepMilliseconds")
                .forEach(step -> row.append(" %s / %s |".formatted(
                        Figures.number(step.path("p50"), 1), Figures.number(step.path("p99"), 1))));
        line(row.toString());
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
