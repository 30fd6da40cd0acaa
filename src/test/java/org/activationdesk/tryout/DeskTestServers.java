package org.activationdesk.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.activationdesk.tryout.signin.SignInProvider;
import org.springframework.boot.SpringApplication;

/** One PostgreSQL and one sign-in provider for all tests of a build, and a folder that goes with them. */
record DeskTestServers(Path folder, Database database, SignInProvider provider) {

    static DeskTestServers running() {
        return Holder.SERVERS;
    }

    /** Where the desk on that port keeps its mails. */
    Path folder(Ports ports) {
        return folder.resolve("desk-" + ports.desk());
    }

    private static DeskTestServers start() {
        Path folder = temporary();
        Database database = Database.passing(folder.resolve("postgres"));
        // Runs when all Spring contexts are closed: the engine needs the database to its last moment.
        SpringApplication.getShutdownHandlers().add(() -> {
            database.close();
            TryOutFolder.remove(folder);
        });
        return new DeskTestServers(
                folder, database, SignInProvider.start(Ports.free().signIn()));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("activation-desk-tests");
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private static final class Holder {
        static final DeskTestServers SERVERS = start();
    }
}
