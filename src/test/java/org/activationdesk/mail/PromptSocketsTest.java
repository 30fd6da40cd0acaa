package org.activationdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
    private final PromptSockets sockets = new PromptSockets();

    @Test
    void every_socket_sends_at_once() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 5, here);
                Socket open = sockets.createSocket();
                Socket named = sockets.createSocket(here.getHostAddress(), server.getLocalPort());
                Socket addressed = sockets.createSocket(here, server.getLocalPort());
                Socket fromHere = sockets.createSocket(here, server.getLocalPort(), here, 0);
                Socket namedFromHere = sockets.createSocket(here.getHostAddress(), server.getLocalPort(), here, 0)) {
            for (Socket socket : new Socket[] {open, named, addressed, fromHere, namedFromHere}) {
                assertThat(socket.getTcpNoDelay()).isTrue();
            }
            assertThat(fromHere.getLocalAddress()).isEqualTo(here);
        }
    }
}
