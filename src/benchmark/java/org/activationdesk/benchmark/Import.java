package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How many purchases partners' systems get in over the API. */
final class Import implements Part {
    private static final String DATABASE = "import";
    private static final int SECONDS = 6;
    private static final int WARM_UP = 15;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws Exception {
        List<Map<String, Object>> imports = new ArrayList<>();
        try (TokenIssuer issuer = TokenIssuer.start();
                MailSink sink = MailSink.start(0)) {
            Map<String, String> settings = PackagedDesk.settings(postgres.create(DATABASE), sink.port());
            settings.put("ACTIVATION_SIGNIN_ISSUER", issuer.address());
            settings.put("ACTIVATION_MAIL_PERMINUTE", "300");
            try (PackagedDesk desk = PackagedDesk.ready(settings)) {
                PartnerSystem partner = new PartnerSystem(desk, issuer);
                Repeated.of(4, WARM_UP, partner::registersKnown);
                for (int clients : Plan.CLIENTS) {
                    imports.add(measure(postgres, desk, "known", clients, partner::registersKnown));
                    imports.add(measure(postgres, desk, "unknown", clients, partner::registersUnknown));
                }
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plan", "%d s each after %d s of warming up".formatted(SECONDS, WARM_UP));
        figures.put("imports", imports);
        return figures;
    }

    private static Map<String, Object> measure(
            Postgres postgres, PackagedDesk desk, String administrator, int clients, Runnable purchase)
            throws Exception {
        Postgres.Counters before = postgres.counters(DATABASE);
        double cpu = ProcessorTime.of(desk.pid());
        Repeated repeated = Repeated.of(clients, SECONDS, purchase);
        Postgres.Counters database = postgres.counters(DATABASE).since(before);
        double all = repeated.calls();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("administrator", administrator);
        figures.put("clients", clients);
        figures.put("purchasesPerSecond", Figures.rounded(repeated.perSecond()));
        figures.put("p50Milliseconds", Figures.quantile(repeated.milliseconds(), 0.5));
        figures.put("p99Milliseconds", Figures.quantile(repeated.milliseconds(), 0.99));
        figures.put("statements", Figures.rounded(database.statements() / all));
        figures.put("walBytes", Figures.rounded(database.walBytes() / all));
        figures.put(
                "cpuSeconds",
                Figures.rounded((ProcessorTime.of(desk.pid()) - cpu + database.cpuSeconds()) / all));
        Benchmark.say("import, %s administrator, %2d clients: %.1f/s", administrator, clients, repeated.perSecond());
        return figures;
    }

    @Override
    public String section(JsonNode figures) {
        return """
                ## Import

                Purchases that partners' systems post to `/api/purchases`, each with a bearer token, of customers whose administrator is
                known or not. The desk is the packaged jar with `-Xmx512m` and its pace of mails as shipped; what its jobs do with the
                purchases meanwhile counts with them. Statements, WAL and CPU (desk and PostgreSQL) are for each purchase.

                %s

                | administrator | clients | purchases/s | ms median / 99th percentile | statements | WAL kB | CPU ms |
                |---|---|---|---|---|---|---|
                %s
                """.formatted(
                Machine.words(figures),
                StreamSupport.stream(figures.path("imports").spliterator(), false)
                        .map(Import::row)
                        .collect(Collectors.joining("\n")));
    }

    private static String row(JsonNode figures) {
        return "| %s | %s | **%s** | %s / %s | %s | %s | %s |".formatted(
                figures.path("administrator").asText(),
                figures.path("clients"),
                Figures.number(figures.path("purchasesPerSecond"), 1),
                Figures.number(figures.path("p50Milliseconds"), 1),
                Figures.number(figures.path("p99Milliseconds"), 1),
                Figures.number(figures.path("statements"), 1),
                Figures.number(figures.path("walBytes"), 1e-3),
                Figures.number(figures.path("cpuSeconds"), 1e3));
    }
}
