package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A contestant's process, seen from outside. */
final class Runner implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contender contender;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    private Runner(Contender contender, Process process) {
        this.contender = contender;
        this.process = process;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param settings of the contestant's application, as on its command line */
    static Runner start(Contender contender, String database, int smtpPort, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-classpath",
                        classPath(contender),
                        ContestantMain.class.getName(),
                        contender.label(),
                        database,
                        Integer.toString(smtpPort)));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(
                        Path.of("target", "benchmark-" + contender.label() + ".log").toFile()))
                .start();
        Runner runner = new Runner(contender, process);
        runner.answer();
        return runner;
    }

    private static String classPath(Contender contender) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(contender::needs)
                .collect(Collectors.joining(File.pathSeparator));
    }

    Contender contender() {
        return contender;
    }

    Measurement measure(int clients, int seconds) throws IOException {
        questions.println(clients + " " + seconds);
        return JSON.readValue(answer(), Measurement.class);
    }

    /** See {@link Contestant#open}. */
    void open() throws IOException {
        questions.println(ContestantMain.OPEN);
        answer();
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ContestantMain.ANSWER)) {
                return line.substring(ContestantMain.ANSWER.length());
            }
        }
        throw new IOException("%s has stopped; target/benchmark-%s.log says why"
                .formatted(contender.label(), contender.label()));
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
