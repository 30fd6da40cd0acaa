package org.activationdesk.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An IMAP server that cannot tell of news: what stands in front of one that can leaves IDLE out of what it can do. */
final class SilentImap implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    final AtomicInteger visits = new AtomicInteger();

    SilentImap(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                visits.incrementAndGet();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                start(() -> pass(visitor, server, false));
                start(() -> pass(server, visitor, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to, boolean silenced) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
                String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
                String passed = silenced ? text.replace(" IDLE", " NONE") : text;
                out.write(passed.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException gone) {
            // One side has hung up, and so does the other.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-imap");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
