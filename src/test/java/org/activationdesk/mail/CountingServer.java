package org.activationdesk.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that counts who is connected, and takes some time for each mail as real ones do. */
final class CountingServer implements AutoCloseable {
    private static final long TIME_FOR_A_MAIL = 20;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger mails = new AtomicInteger();

    CountingServer() throws IOException {
        start(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            say(out, "220 counting.example");
            for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    takeMail(in);
                }
                say(out, "250 2.0.0 OK");
            }
        } catch (IOException | InterruptedException gone) {
            // Counted below like whoever says goodbye.
        } finally {
            open.decrementAndGet();
        }
    }

    private void takeMail(BufferedReader in) throws IOException, InterruptedException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // Nobody reads it.
        }
        Thread.sleep(TIME_FOR_A_MAIL);
        mails.incrementAndGet();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "counting-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
