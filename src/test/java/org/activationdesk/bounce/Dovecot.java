package org.activationdesk.bounce;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.activationdesk.tryout.MachineSetup;
import org.springframework.util.FileSystemUtils;

/**
 * Dovecot, Debian's IMAP server, with a folder of its own, on the loopback address only and without any rights. Installed where
 * it is missing and that is allowed; without it the tests fail.
 */
final class Dovecot implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final MachineSetup MACHINE = MachineSetup.ofThisMachine(new File("target/dovecot.log"));
    private static final String NOBODY = "nobody";
    /** Of version 2.3; every account exists, and is let in with any password. */
    private static final String SETTINGS = """
            protocols = imap
            listen = 127.0.0.1
            base_dir = %1$s/run
            state_dir = %1$s/state
            log_path = %1$s/log
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = %2$s
            default_internal_group = %3$s
            default_login_user = %2$s
            first_valid_uid = 0
            mail_location = maildir:%1$s/mail/%%u
            passdb {
              driver = static
              args = nopassword=y
            }
            userdb {
              driver = static
              args = uid=%2$s gid=%3$s home=%1$s/home/%%u
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = %4$d
              }
            }
            """;

    private final Path folder;
    private final Process server;
    private final int port;

    private Dovecot(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.server = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    static Dovecot start() throws IOException {
        if (!Files.isExecutable(PROGRAM) && MACHINE.mayInstall()) {
            MACHINE.install("dovecot-imapd");
        }
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(
                    "The tests of the bounce mailbox need Dovecot 2.3, and it could not be installed:"
                            + " install it (Debian, Ubuntu: apt-get install dovecot-imapd).");
        }
        int port = freePort();
        Dovecot dovecot = new Dovecot(folder(port), port);
        await("Dovecot, see " + dovecot.folder).until(dovecot::answers);
        return dovecot;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static Path folder(int port) throws IOException {
        Path folder = Files.createTempDirectory("dovecot");
        for (String name : List.of("run", "state", "mail", "home")) {
            own(Files.createDirectory(folder.resolve(name)));
        }
        own(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        Files.writeString(
                folder.resolve("dovecot.conf"),
                SETTINGS.formatted(
                        folder,
                        view.getOwner().getName(),
                        view.readAttributes().group().getName(),
                        port));
        return folder;
    }

    private static boolean root() {
        return "root".equals(MACHINE.user());
    }

    private static void own(Path path) throws IOException {
        if (root()) {
            FileSystem system = path.getFileSystem();
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            view.setOwner(system.getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
            view.setGroup(system.getUserPrincipalLookupService().lookupPrincipalByGroupName("nogroup"));
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(
                PROGRAM.toString(), "-F", "-c", folder.resolve("dovecot.conf").toString()));
        return command;
    }

    private boolean answers() {
        try (Socket visitor = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return visitor.getInputStream().read() == '*';
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Makes what lies in somebody's mailbox impossible to read, even for this server. */
    void lock(String user) throws IOException {
        for (String place : List.of("new", "cur")) {
            try (Stream<Path> messages =
                    Files.list(folder.resolve("mail").resolve(user).resolve(place))) {
                for (Path message : messages.toList()) {
                    Files.setPosixFilePermissions(message, Set.of());
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        server.onExit().join();
        FileSystemUtils.deleteRecursively(folder);
    }
}
