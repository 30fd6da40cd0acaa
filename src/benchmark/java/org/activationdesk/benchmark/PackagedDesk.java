package org.activationdesk.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The desk as an operator runs it: the packaged jar in a process of its own, which gets environment variables alone. */
final class PackagedDesk implements AutoCloseable {
    private static final Path LOG = Path.of("target", "benchmark-packaged.log");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final int port;
    private final long started = System.nanoTime();

    private PackagedDesk(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What an operator sets; more of it, or something else, can be put into the map. */
    static Map<String, String> settings(String database, int smtpPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "SPRING_CONFIG_IMPORT",
                Path.of("src/benchmark/resources/benchmark/desk.yaml").toUri().toString());
        settings.put("DATASOURCE_URL", database);
        settings.put("DATASOURCE_USERNAME", "postgres");
        settings.put("DATASOURCE_PASSWORD", "none");
        settings.put("MAIL_PORT", Integer.toString(smtpPort));
        return settings;
    }

    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("activation-desk-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No jar in target: run mvn package"))
                    .toAbsolutePath();
        }
    }

    /** Starts the jar with half a gigabyte of heap, and waits until it answers. */
    static PackagedDesk ready(Map<String, String> settings) throws IOException {
        PackagedDesk desk =
                start(Path.of("target"), settings, List.of("-Xmx512m", "-jar", jar().toString()));
        desk.secondsUntil("/actuator/health/readiness");
        return desk;
    }

    /**
     * @param folder to start it in
     * @param arguments of {@code java}
     */
    static PackagedDesk start(Path folder, Map<String, String> settings, List<String> arguments) throws IOException {
        int port = freePort();
        return new PackagedDesk(process(folder, settings, arguments, port), port);
    }

    /** Runs {@code java} until it ends. */
    static void run(Path folder, Map<String, String> settings, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = process(folder, settings, arguments, 0);
        if (process.waitFor() != 0) {
            throw new IOException("java %s has failed; %s says why".formatted(String.join(" ", arguments), LOG));
        }
    }

    private static Process process(Path folder, Map<String, String> settings, List<String> arguments, int port)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(LOG.toFile()));
        builder.environment().clear();
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** Asks for a page until it is there. @return seconds since the start of the process */
    double secondsUntil(String page) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + page))
                .timeout(Duration.ofSeconds(20))
                .build();
        while (!isThere(request)) {
            if (!process.isAlive() || seconds() > PATIENCE.toSeconds()) {
                throw new IOException("The desk does not start; " + LOG + " says why");
            }
        }
        return seconds();
    }

    private double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    private static boolean isThere(HttpRequest request) {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
