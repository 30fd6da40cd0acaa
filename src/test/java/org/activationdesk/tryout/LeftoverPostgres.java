package org.activationdesk.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a killed desk leaves behind: a PostgreSQL that still runs, or only the file with its process id. */
final class LeftoverPostgres {
    private static final int LINE_OF_PROCESS_ID = 0;
    private static final int LINE_OF_START = 2;

    private LeftoverPostgres() {}

    static void stop(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            if (Files.exists(file)) {
                running(Files.readAllLines(file)).ifPresent(LeftoverPostgres::stop);
                // PostgreSQL refuses to start while the id in this file belongs to any process of the same user.
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<ProcessHandle> running(List<String> lines) {
        if (lines.size() <= LINE_OF_START) {
            return Optional.empty();
        }
        long id = Long.parseLong(lines.get(LINE_OF_PROCESS_ID).trim());
        Instant start =
                Instant.ofEpochSecond(Long.parseLong(lines.get(LINE_OF_START).trim()));
        return ProcessHandle.of(id).filter(process -> isPostgres(process.info(), start));
    }

    // The id may have been given to something else since, even to the PostgreSQL of somebody else.
    private static boolean isPostgres(ProcessHandle.Info info, Instant start) {
        return info.command()
                        .map(Path::of)
                        .map(Path::getFileName)
                        .filter(LeftoverPostgres::isPostgres)
                        .isPresent()
                && info.startInstant()
                        .filter(actual -> Duration.between(actual, start).abs().toSeconds() < 30)
                        .isPresent();
    }

    private static boolean isPostgres(Path program) {
        return program.toString().equals("postgres") || program.toString().equals("postgres.exe");
    }

    private static void stop(ProcessHandle postgres) {
        postgres.destroy();
        try {
            postgres.onExit().get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException busy) {
            // It recovers from its log at the next start.
            postgres.destroyForcibly();
            postgres.onExit().join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
