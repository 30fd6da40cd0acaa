package org.activationdesk.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL for everybody, with a database for each. What is committed is on the disk. */
final class Postgres implements AutoCloseable {
    private final Path data;
    private final EmbeddedPostgres server;
    private final JdbcClient client;

    private Postgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
        this.client = JdbcClient.create(server.getPostgresDatabase());
    }

    static Postgres start() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-postgres");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                // A checkpoint in the middle of somebody's turn would be counted against them.
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_wal_size", "16GB")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                // BEGIN and COMMIT are no statements here; commits are counted apart.
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start();
        Postgres postgres = new Postgres(data, server);
        postgres.client.sql("create extension pg_stat_statements").update();
        return postgres;
    }

    String create(String database) {
        client.sql("create database " + database).update();
        return address(database);
    }

    String address(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    String version() {
        return client.sql("show server_version").query(String.class).single();
    }

    Counters counters(String database) {
        return client.sql("""
                        select coalesce((select sum(calls) from pg_stat_statements where dbid = d.oid), 0) as statements,
                               pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal_bytes,
                               pg_database_size(d.oid) as bytes,
                               :cpu::float8 as cpu_seconds
                        from pg_database d where datname = :name
                        """)
                .param("cpu", cpuSeconds())
                .param("name", database)
                .query(Counters.class)
                .single();
    }

    private double cpuSeconds() {
        try {
            return ProcessorTime.of(Long.parseLong(
                    Files.readAllLines(data.resolve("data/postmaster.pid")).get(0)));
        } catch (IOException unreadable) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(data);
    }

    /**
     * @param statements that this database has executed
     * @param walBytes that the server has written
     * @param bytes the size of this database
     * @param cpuSeconds of all processes of the server
     */
    record Counters(long statements, long walBytes, long bytes, double cpuSeconds) {
        Counters since(Counters before) {
            return new Counters(
                    statements - before.statements,
                    walBytes - before.walBytes,
                    bytes - before.bytes,
                    cpuSeconds - before.cpuSeconds);
        }
    }
}
