package org.activationdesk.tryout;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Brings onto this machine what tests need and it does not have.
 *
 * @param log what the commands say is written here
 * @param user who runs the tests
 * @param folders where programs lie
 */
public record MachineSetup(File log, String user, List<String> folders) {
    private static final int PATIENCE_MINUTES = 10;

    /** Of the machine that the tests run on. */
    public static MachineSetup ofThisMachine(File log) {
        return new MachineSetup(
                log,
                System.getProperty("user.name"),
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
    }

    /** Whether packages of Debian may be installed. */
    public boolean mayInstall() {
        return "root".equals(user)
                && folders.stream().map(folder -> Path.of(folder, "apt-get")).anyMatch(Files::isExecutable);
    }

    /** Installs a package of Debian; whether that worked shows in what is there then. */
    public void install(String name) {
        succeeds("apt-get", "update");
        succeeds("apt-get", "install", "-y", "--no-install-recommends", name);
    }

    public boolean succeeds(String... command) {
        try {
            Files.createDirectories(log.toPath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException impossibleHere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
