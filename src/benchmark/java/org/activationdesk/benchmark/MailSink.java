package org.activationdesk.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** An SMTP server that takes every mail, keeps none, and takes its time where it should. */
final class MailSink implements AutoCloseable {
    private final LongAdder mails = new LongAdder();
    private final ServerSocket server;
    private final long delay;

    /** @param delay milliseconds before each answer */
    private MailSink(ServerSocket server, long delay) {
        this.server = server;
        this.delay = delay;
    }

    static MailSink start(long delay) throws IOException {
        MailSink sink = new MailSink(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), delay);
        daemon(sink::listen);
        return sink;
    }

    int port() {
        return server.getLocalPort();
    }

    long mails() {
        return mails.sum();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            // The benchmark is over.
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = client.getOutputStream()) {
            answer(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("DATA")) {
                    answer(out, "354 go on");
                    swallow(in);
                    answer(out, "250 2.0.0 taken");
                } else if (command.startsWith("EHLO")) {
                    answer(out, "250-sink\r\n250-8BITMIME\r\n250-DSN\r\n250 PIPELINING");
                } else if (command.startsWith("QUIT")) {
                    answer(out, "221 bye");
                    return;
                } else {
                    answer(out, "250 2.0.0 fine");
                }
            }
        } catch (IOException gone) {
            // The client closed without a word, as clients may.
        }
    }

    private void swallow(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        mails.increment();
    }

    private void answer(OutputStream out, String text) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(delay);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
