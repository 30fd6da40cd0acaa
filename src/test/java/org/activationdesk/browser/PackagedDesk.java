package org.activationdesk.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.activationdesk.tryout.Patience;

/** The jar that the build has packaged, and processes that run it. */
final class PackagedDesk implements AutoCloseable {
    private final Process process;
    private final Path log;

    private PackagedDesk(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the jar with these environment variables and none of the build's. */
    static PackagedDesk start(Map<String, String> environment, Path folder) {
        try {
            return start(
                    environment,
                    folder,
                    java().toString(),
                    "-jar",
                    jar().toAbsolutePath().toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Runs a script, in a folder with a copy of the jar, as an operator would. */
    static PackagedDesk script(Map<String, String> environment, Path folder, String script) {
        try {
            Files.copy(jar(), folder.resolve(jar().getFileName()), StandardCopyOption.REPLACE_EXISTING);
            Map<String, String> withJava = new HashMap<>(environment);
            withJava.put("PATH", java().getParent() + File.pathSeparator + "/usr/bin" + File.pathSeparator + "/bin");
            return start(withJava, folder, "sh", "-e", "-c", script);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static PackagedDesk start(Map<String, String> environment, Path folder, String... command) {
        try {
            Path log = Files.createTempFile(folder, "desk", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            // As the build's own tests: a desk that soon ends is compiled once, and its start takes half of the
            // processor.
            builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            return new PackagedDesk(builder.start(), log);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No jar in target: run mvn verify"));
        }
    }

    static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }

    /** All of the desk's own texts and settings, to look for what must not be in them. */
    static String ownSettings() throws IOException {
        StringBuilder text = new StringBuilder();
        try (JarFile jar = new JarFile(jar().toFile())) {
            for (var entry : jar.stream()
                    .filter(file -> file.getName().matches("BOOT-INF/classes/.*\\.(yaml|properties|json|sql)"))
                    .toList()) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(line -> text.append(line).append('\n'));
                }
            }
        }
        return text.toString();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for the end, and returns the exit code. */
    int ends() throws InterruptedException {
        if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The desk is still running: " + says());
        }
        return process.exitValue();
    }

    String says() {
        try {
            return Files.readString(log);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
