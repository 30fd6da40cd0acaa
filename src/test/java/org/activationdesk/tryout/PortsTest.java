package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @Test
    void free_ports_are_no_problem() {
        assertThatCode(Ports.free()::requireFree).doesNotThrowAnyException();
    }

    @Test
    void a_port_in_use_is_one_sentence_that_says_what_to_do() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.imap(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(ports::requireFree)
                    .withMessage(
                            "Port " + ports.imap() + " is in use, so the try-out desk cannot start: stop the program"
                                    + " that listens there (another try-out desk?) and start again.");
        }
    }

    @Test
    void the_desk_says_so_in_one_line_and_gives_up(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = takeUnlessTaken(Ports.usual().signIn())) {
            assertThat(taken.isBound()).isTrue();
            Process desk =
                    ChildProcess.of(TryOutDesk.class).directory(folder.toFile()).start();
            String console = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(desk.waitFor()).isEqualTo(1);
            assertThat(console.lines()).singleElement().asString().contains("9000", "in use");
        }
    }

    private static ServerSocket takeUnlessTaken(int port) throws IOException {
        try {
            return new ServerSocket(port);
        } catch (IOException alreadyTaken) {
            return new ServerSocket(0);
        }
    }
}
