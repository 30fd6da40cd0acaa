package org.activationdesk.tryout;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL from the embedded binaries, with a role and databases for the desk. */
final class Database implements AutoCloseable {
    private static final String ROLE = "desk";
    private static final String COMPLETE = "complete";

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Whatever happens, the next start finds what was committed. */
    static Database lasting(Path data) {
        LeftoverPostgres.stop(data);
        if (!Files.exists(data.resolve(COMPLETE))) {
            // The first start was killed half-way.
            TryOutFolder.remove(data);
        }
        Database database = start(data, "on");
        database.complete(data);
        return database;
    }

    /** Fast, for as long as a build takes. */
    static Database passing(Path data) {
        return start(data, "off");
    }

    private static Database start(Path data, String durable) {
        try {
            return new Database(server(data, durable));
        } catch (IOException | IllegalStateException refused) {
            throw new CannotStart(
                    "PostgreSQL does not start on " + data + " (" + refused.getMessage()
                            + "): mvn spring-boot:test-run -Dfresh starts with an empty database.",
                    refused);
        }
    }

    private static EmbeddedPostgres server(Path data, String durable) throws IOException {
        File log = data.resolveSibling(data.getFileName() + ".log").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // The desk stops it, after the engine.
                .setRegisterShutdownHook(false)
                // Its log is a file beside the data; the console is for the desk.
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                .setPGStartupWait(Patience.LONG)
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                // The same order of text on every machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start();
    }

    private void complete(Path data) {
        try {
            if (!Files.exists(data.resolve(COMPLETE))) {
                Files.createFile(data.resolve(COMPLETE));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The settings of a data source on the database of that name, which is made if there is none. */
    Map<String, Object> settings(String name) {
        make("select count(*) from pg_roles where rolname = ?", ROLE, "create role %s login".formatted(ROLE));
        make(
                "select count(*) from pg_database where datname = ?",
                name,
                "create database %s owner %s".formatted(name, ROLE));
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name),
                "spring.datasource.username",
                ROLE,
                // The server trusts this machine and looks at no password; the desk insists on one.
                "spring.datasource.password",
                "desk");
    }

    private void make(String question, String name, String command) {
        JdbcClient client = JdbcClient.create(server.getPostgresDatabase());
        if (client.sql(question).param(name).query(Long.class).single() == 0) {
            client.sql(command).update();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
