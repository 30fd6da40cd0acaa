package org.activationdesk.tryout;

import java.nio.file.Path;

/**
 * The desk with everything around it that a newcomer does not have: database, mail server, sign-in provider and demo
 * data. {@code mvn spring-boot:test-run} starts it; {@code -Dfresh} makes it forget what it knew.
 */
class TryOutDesk {
    private TryOutDesk() {}

    public static void main(String[] arguments) {
        try {
            start(Path.of(".try-out"));
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        } catch (RuntimeException reported) {
            // Spring Boot has said why. Without this, the web server of the provider would keep a half desk alive.
            System.exit(1);
        }
    }

    private static void start(Path path) {
        Ports.usual().requireFree();
        TryOutFolder folder = TryOutFolder.take(path);
        if (Boolean.getBoolean("fresh")) {
            folder.clear();
        }
        TryOut desk = TryOut.start(folder, Ports.usual());
        desk.closeAtExit();
        desk.open();
    }
}
