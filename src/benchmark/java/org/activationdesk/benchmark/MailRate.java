package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How many mails leave through one SMTP server, by how long it takes for each answer. */
final class MailRate implements Part {
    private static final String DATABASE = "mail";
    /** Seconds from the first mail until measuring, and of measuring. */
    private static final int WARM_UP = 4;

    private static final int SECONDS = 10;
    private static final int CLIENTS = 8;
    private static final List<Server> SERVERS = List.of(new Server(50, 3, 20), new Server(50, 16, 10), new Server(1, 3, 40));

    /**
     * @param delay milliseconds before each answer
     * @param connections that the desk may open
     * @param filling seconds of taking purchases in before, so that mails last
     */
    private record Server(int delay, int connections, int filling) {}

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws Exception {
        String database = postgres.create(DATABASE);
        List<Map<String, Object>> servers = new ArrayList<>();
        for (Server server : SERVERS) {
            fill(database, server.filling());
            servers.add(measure(database, server));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plan", "%d s each, %d s after the first mail".formatted(SECONDS, WARM_UP));
        figures.put("servers", servers);
        return figures;
    }

    /** Purchases whose activation mails wait, as hardly one may leave. */
    private static void fill(String database, int seconds) throws Exception {
        try (TokenIssuer issuer = TokenIssuer.start();
                MailSink sink = MailSink.start(0)) {
            Map<String, String> settings = PackagedDesk.settings(database, sink.port());
            settings.put("ACTIVATION_SIGNIN_ISSUER", issuer.address());
            settings.put("ACTIVATION_MAIL_PERMINUTE", "1");
            try (PackagedDesk desk = PackagedDesk.ready(settings)) {
                PartnerSystem partner = new PartnerSystem(desk, issuer);
                int waiting = Repeated.of(CLIENTS, seconds, partner::registersKnown).calls();
                Benchmark.say("mail: %d more purchases wait for theirs", waiting);
            }
        }
    }

    private static Map<String, Object> measure(String database, Server server) throws Exception {
        try (MailSink sink = MailSink.start(server.delay())) {
            Map<String, String> settings = PackagedDesk.settings(database, sink.port());
            settings.put("ACTIVATION_MAIL_CONNECTIONS", Integer.toString(server.connections()));
            try (PackagedDesk desk = PackagedDesk.ready(settings)) {
                double cpu = ProcessorTime.of(desk.pid());
                Rate rate = rate(sink);
                cpu = ProcessorTime.of(desk.pid()) - cpu;
                Benchmark.say(
                        "mail, %d ms, %d connections: %.1f/s", server.delay(), server.connections(), rate.perSecond());
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("answerMilliseconds", server.delay());
                figures.put("connections", server.connections());
                figures.put("mails", rate.mails());
                figures.put("mailsPerSecond", Figures.rounded(rate.perSecond()));
                figures.put("cpuSeconds", Figures.rounded(cpu / Math.max(1, sink.mails())));
                return figures;
            }
        }
    }

    /** Until the time is up, or no mail is left: then the last one counts. */
    private static Rate rate(MailSink sink) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (sink.mails() == 0 && System.nanoTime() - patience < 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.SECONDS.sleep(WARM_UP);
        long first = sink.mails();
        long start = System.nanoTime();
        long latest = first;
        long end = start + 1;
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS)) {
            TimeUnit.MILLISECONDS.sleep(10);
            if (sink.mails() != latest) {
                latest = sink.mails();
                end = System.nanoTime();
            }
        }
        return new Rate(latest - first, (end - start) / 1e9);
    }

    private record Rate(long mails, double seconds) {
        double perSecond() {
            return mails / seconds;
        }
    }

    @Override
    public String section(JsonNode figures) {
        return """
                ## Mail

                Activation mails that wait, sent through one SMTP server that takes its time for each answer, of which a mail needs four or
                five. The desk is the packaged jar with `-Xmx512m` and no pace; connections are `activation.mail.connections`, 3 as shipped.
                CPU is that of the desk for each mail, its start not counted.

                %s

                | ms for each answer | connections | mails/s | CPU ms |
                |---|---|---|---|
                %s
                """.formatted(
                Machine.words(figures),
                StreamSupport.stream(figures.path("servers").spliterator(), false)
                        .map(MailRate::row)
                        .collect(Collectors.joining("\n")));
    }

    private static String row(JsonNode figures) {
        return "| %s | %s | **%s** | %s |".formatted(
                figures.path("answerMilliseconds"),
                figures.path("connections"),
                Figures.number(figures.path("mailsPerSecond"), 1),
                Figures.number(figures.path("cpuSeconds"), 1e3));
    }
}
