package org.activationdesk.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A desk of its own process that is visited over HTTP, with its samples and its database. */
record Desk(Runner runner, String name, String url, String address, JdbcClient database) implements AutoCloseable {
    /**
     * @param name of its database
     * @param settings as on its command line
     */
    static Desk start(Postgres postgres, MailSink sink, String name, String... settings) throws IOException {
        String url = postgres.create(name);
        int port = freePort();
        Runner runner = Runner.start(
                Contender.DESK,
                url,
                sink.port(),
                Stream.concat(Stream.of("--server.port=" + port, "--COOKIE_SECURE=false"), Arrays.stream(settings))
                        .toArray(String[]::new));
        runner.open();
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        return new Desk(runner, name, url, "http://localhost:" + port, database);
    }

    Browser browser(Person person) {
        return Browser.of(address, person);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        runner.close();
    }
}
