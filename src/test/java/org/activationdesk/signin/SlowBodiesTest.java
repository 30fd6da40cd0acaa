package org.activationdesk.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.activationdesk.tryout.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Bodies that come a byte at a time, from more connections than the desk has threads, all on this machine. */
class SlowBodiesTest extends SignInTest {
    private static final int CONNECTIONS = 220;

    @Value("${activation.public-url}")
    URI desk;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void holdTheDeskForNobodyElseAndEnd() throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) {
            slow.add(begin(i % 2 == 0 ? "POST /contact/x" : "GET /"));
        }
        HttpRequest page = HttpRequest.newBuilder(desk.resolve("/guides/activation-link/en"))
                .timeout(Patience.LONG)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(page, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        await().pollInterval(Duration.ofSeconds(2))
                .until(() -> slow.stream().filter(socket -> !hasEnded(socket)).count() == 0);
    }

    private Socket begin(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.getPort());
        socket.setSoTimeout(1);
        write(
                socket,
                request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 60000\r\n\r\n");
        return socket;
    }

    /** Sends one byte more. A desk that has hung up says so by then. */
    private static boolean hasEnded(Socket socket) {
        try {
            write(socket, "x");
            while (socket.getInputStream().read() >= 0) {
                // What it answers does not matter.
            }
            return true;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException hungUp) {
            return true;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }
}
