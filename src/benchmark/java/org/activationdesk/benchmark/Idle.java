package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a desk costs on which nobody works, and what it costs to look for whom to remind. */
final class Idle implements Part {
    private static final String DATABASE = "idle";
    private static final int MANY = 100_000;
    private static final int SECONDS = 30;
    private static final int SETTLING = 15;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws Exception {
        String url = postgres.create(DATABASE);
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        List<Map<String, Object>> states = new ArrayList<>();
        Cost first;
        try (TokenIssuer issuer = TokenIssuer.start();
                MailSink sink = MailSink.start(0)) {
            Map<String, String> settings = PackagedDesk.settings(url, sink.port());
            settings.put("ACTIVATION_SIGNIN_ISSUER", issuer.address());
            settings.put("SPRING_APPLICATION_JSON", new ObjectMapper().writeValueAsString(Sample.partners()));
            try (PackagedDesk desk = PackagedDesk.ready(settings)) {
                new PartnerSystem(desk, issuer).registers(Sample.ADMINISTRATOR.order());
                look(database);
                TimeUnit.SECONDS.sleep(SETTLING);
                states.add(state(postgres, desk, database, "nothing", 0));
                addTimers(database);
                states.add(state(postgres, desk, database, "timers", MANY));
                addActivations(url);
                first = Cost.of(postgres, desk, () -> look(database));
                Benchmark.say("first look: %s", first);
                states.add(state(postgres, desk, database, "timers and open activations", MANY));
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plan", "%d s each".formatted(SECONDS));
        figures.put("states", states);
        figures.put("cpuSecondsOfFirstLook", Figures.rounded(first.desk()));
        figures.put("cpuSecondsOfDatabaseOfFirstLook", Figures.rounded(first.database()));
        figures.put("secondsOfFirstLook", Figures.rounded(first.seconds()));
        return figures;
    }

    /** Timers as the desk has them, due in a year. */
    private static void addTimers(JdbcClient database) {
        String columns = database.sql("""
                        select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
                        where table_name = 'act_ru_job' and table_schema = 'public' and column_name not in ('id_', 'duedate_')
                        """).query(String.class).single();
        database.sql("""
                        insert into act_ru_job (id_, duedate_, %1$s)
                        select job.id_ || '-' || i, now() + interval '1 year', %1$s
                        from (select * from act_ru_job where type_ = 'timer' and repeat_ is not null limit 1) job,
                            generate_series(1, %2$d) i
                        """.formatted(columns, MANY)).update();
        database.sql("vacuum analyze act_ru_job").update();
    }

    private static void addActivations(String database) {
        Filling.fill(
                database,
                List.of(Sample.ADMINISTRATOR),
                (sample, copies) ->
                        copies.make("select i from generate_series(1, %d) i".formatted(MANY), "interval '0'"));
    }

    private static Map<String, Object> state(
            Postgres postgres, PackagedDesk desk, JdbcClient database, String waiting, int each) throws Exception {
        Cost minute = Cost.of(postgres, desk, () -> TimeUnit.SECONDS.sleep(SECONDS)).each(SECONDS / 60.0);
        Cost look = Cost.of(postgres, desk, () -> look(database));
        Benchmark.say("idle with %s: %s; a look for reminders: %s", waiting, minute, look);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("waiting", waiting);
        figures.put("each", each);
        figures.put("cpuSecondsPerMinute", Figures.rounded(minute.desk()));
        figures.put("cpuSecondsOfDatabasePerMinute", Figures.rounded(minute.database()));
        figures.put("statementsPerMinute", Figures.rounded(minute.statements()));
        figures.put("cpuSecondsPerLook", Figures.rounded(look.desk()));
        figures.put("cpuSecondsOfDatabasePerLook", Figures.rounded(look.database()));
        figures.put("secondsPerLook", Figures.rounded(look.seconds()));
        return figures;
    }

    /** Makes the follow-up due, and waits until it is done. */
    private static void look(JdbcClient database) throws InterruptedException {
        database.sql("update act_ru_job set duedate_ = now() where type_ = 'timer' and repeat_ is not null and duedate_ < now() + interval '1 hour'")
                .update();
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (isDue(database) && System.nanoTime() - patience < 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean isDue(JdbcClient database) {
        return database.sql(
                        "select exists (select from act_ru_job where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= now()))")
                .query(Boolean.class)
                .single();
    }

    /** Seconds and statements; CPU seconds of the desk and of PostgreSQL. */
    private record Cost(double seconds, double desk, double database, double statements) {
        static Cost of(Postgres postgres, PackagedDesk desk, Work work) throws Exception {
            Postgres.Counters before = postgres.counters(DATABASE);
            double cpu = ProcessorTime.of(desk.pid());
            long start = System.nanoTime();
            work.run();
            Postgres.Counters since = postgres.counters(DATABASE).since(before);
            return new Cost(
                    (System.nanoTime() - start) / 1e9,
                    ProcessorTime.of(desk.pid()) - cpu,
                    since.cpuSeconds(),
                    since.statements());
        }

        Cost each(double share) {
            return new Cost(seconds / share, desk / share, database / share, statements / share);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    @Override
    public String section(JsonNode figures) {
        return """
                ## Idle

                A desk on which nobody works, with timers that are due in a year and with open activations that wait for sign-in, a hundred
                thousand each; and what it costs to look for whom to remind, which happens four times an hour (`activation.follow-up.cycle`)
                and finds nobody here. The first look after the activations were added, or the desk was started, asks about each of them once: it takes
                %s s, and %s + %s s of CPU. CPU is that of the desk and, behind the plus sign, of PostgreSQL.

                %s

                | waiting | CPU s a minute | statements a minute | CPU s a look | s a look |
                |---|---|---|---|---|
                %s
                """.formatted(
                Figures.number(figures.path("secondsOfFirstLook"), 1),
                Figures.number(figures.path("cpuSecondsOfFirstLook"), 1),
                Figures.number(figures.path("cpuSecondsOfDatabaseOfFirstLook"), 1),
                Machine.words(figures),
                StreamSupport.stream(figures.path("states").spliterator(), false)
                        .map(Idle::row)
                        .collect(Collectors.joining("\n")));
    }

    private static String row(JsonNode figures) {
        return "| %s | **%s** + %s | %s | %s + %s | %s |".formatted(
                figures.path("waiting").asText(),
                Figures.number(figures.path("cpuSecondsPerMinute"), 1),
                Figures.number(figures.path("cpuSecondsOfDatabasePerMinute"), 1),
                Figures.number(figures.path("statementsPerMinute"), 1),
                Figures.number(figures.path("cpuSecondsPerLook"), 1),
                Figures.number(figures.path("cpuSecondsOfDatabasePerLook"), 1),
                Figures.number(figures.path("secondsPerLook"), 1));
    }
}
