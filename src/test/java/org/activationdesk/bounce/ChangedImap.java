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
import java.util.function.UnaryOperator;

/** An IMAP server that answers otherwise than the one behind it, from which it has all that it knows. */
final class ChangedImap implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final UnaryOperator<String> change;
    final AtomicInteger visits = new AtomicInteger();

    private ChangedImap(int behind, UnaryOperator<String> change) throws IOException {
        this.behind = behind;
        this.change = change;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::open);
    }

    /** One that cannot tell of news: IDLE is missing in what it can do. */
    static ChangedImap silent(int behind) throws IOException {
        return new ChangedImap(behind, answer -> answer.replace(" IDLE", " NONE"));
    }

    /** One that hangs up when it is asked for a message with these words. */
    static ChangedImap hangingUp(int behind, String words) throws IOException {
        return new ChangedImap(behind, answer -> {
            if (answer.contains(words)) {
                throw new UncheckedIOException(new IOException("hung up"));
            }
            return answer;
        });
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
                start(() -> pass(visitor, server, UnaryOperator.identity()));
                start(() -> pass(server, visitor, change));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to, UnaryOperator<String> change) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
                String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
                out.write(change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException | UncheckedIOException gone) {
            // One side has hung up, and so does the other.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "changed-imap");
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
