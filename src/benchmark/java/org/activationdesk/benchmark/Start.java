package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.util.FileSystemUtils;

/** How long the packaged jar takes until it shows its first page: as it is, and with the cache that docs/operations.md makes. */
final class Start implements Part {
    private static final int ROUNDS = 3;
    private static final String CACHE = "desk.jsa";

    private final Path folder = Path.of("target", "benchmark-start").toAbsolutePath();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws Exception {
        String existing = postgres.create("start");
        List<One> all = new ArrayList<>();
        try (MailSink sink = MailSink.start(0)) {
            Map<String, String> settings = PackagedDesk.settings(existing, sink.port());
            List<String> plain = List.of("-jar", PackagedDesk.jar().toString());
            start(settings, plain);
            List<String> cached = cached(settings);
            for (int round = 1; round <= ROUNDS; round++) {
                all.add(new One("jar", "existing", start(settings, plain)));
                all.add(new One("cache", "existing", start(settings, cached)));
                String empty = postgres.create("start_jar_" + round);
                all.add(new One("jar", "empty", start(PackagedDesk.settings(empty, sink.port()), plain)));
                empty = postgres.create("start_cache_" + round);
                all.add(new One("cache", "empty", start(PackagedDesk.settings(empty, sink.port()), cached)));
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plan", "median of %d starts".formatted(ROUNDS));
        figures.put("starts", medians(all));
        return figures;
    }

    /** Makes the cache, and returns how to start with it. */
    private List<String> cached(Map<String, String> settings) throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Path packaged = PackagedDesk.jar();
        String jar = packaged.getFileName().toString();
        PackagedDesk.run(
                folder,
                settings,
                List.of("-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", "."));
        PackagedDesk.run(
                folder,
                settings,
                List.of("-XX:ArchiveClassesAtExit=" + CACHE, "-Dspring.context.exit=onRefresh", "-jar", jar));
        return List.of("-XX:SharedArchiveFile=" + CACHE, "-jar", jar);
    }

    private Started start(Map<String, String> settings, List<String> arguments) throws IOException {
        Files.createDirectories(folder);
        try (PackagedDesk desk = PackagedDesk.start(folder, settings, arguments)) {
            double ready = desk.secondsUntil("/actuator/health/readiness");
            double page = desk.secondsUntil("/");
            Started started = new Started(
                    ready,
                    page,
                    ProcessorTime.of(desk.pid()),
                    ProcessMemory.peakResident(desk.pid()),
                    ProcessMemory.peakHeap(desk.pid()));
            Benchmark.say("start: %s", started);
            return started;
        }
    }

    private static List<Map<String, Object>> medians(List<One> all) {
        List<Map<String, Object>> medians = new ArrayList<>();
        for (String how : List.of("jar", "cache")) {
            for (String database : List.of("existing", "empty")) {
                List<Started> starts = all.stream()
                        .filter(one -> one.how().equals(how) && one.database().equals(database))
                        .map(One::started)
                        .toList();
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("how", how);
                figures.put("database", database);
                figures.put("secondsUntilReady", median(starts, Started::ready));
                figures.put("secondsUntilFirstPage", median(starts, Started::page));
                figures.put("cpuSeconds", median(starts, Started::cpu));
                figures.put("peakHeapBytes", median(starts, Started::heap));
                figures.put("peakResidentBytes", median(starts, Started::resident));
                medians.add(figures);
            }
        }
        return medians;
    }

    private static double median(List<Started> starts, ToDoubleFunction<Started> figure) {
        return Figures.quantile(starts.stream().mapToDouble(figure).toArray(), 0.5);
    }

    private record One(String how, String database, Started started) {}

    private record Started(double ready, double page, double cpu, long resident, long heap) {}

    @Override
    public String section(JsonNode figures) {
        return """
                ## Start

                Seconds from `java -jar` until the desk says that it is ready, and until its first page has been answered; on a database that
                it has started on before, and on an empty one, where it makes its tables first. The cache is made as
                [docs/operations.md](../operations.md#start-faster) says. All with Java's defaults. The sign-in provider is down all the time.

                %s

                | | database | s until ready | s until first page | CPU s | peak heap MB | peak memory MB |
                |---|---|---|---|---|---|---|
                %s
                """.formatted(
                Machine.words(figures),
                StreamSupport.stream(figures.path("starts").spliterator(), false)
                        .map(Start::row)
                        .collect(Collectors.joining("\n")));
    }

    private static String row(JsonNode figures) {
        return "| %s | %s | **%s** | %s | %s | %s | %s |".formatted(
                figures.path("how").asText().equals("jar") ? "the jar" : "extracted, with cache",
                figures.path("database").asText(),
                Figures.number(figures.path("secondsUntilReady"), 1),
                Figures.number(figures.path("secondsUntilFirstPage"), 1),
                Figures.number(figures.path("cpuSeconds"), 1),
                Figures.number(figures.path("peakHeapBytes"), 1e-6),
                Figures.number(figures.path("peakResidentBytes"), 1e-6));
    }
}
