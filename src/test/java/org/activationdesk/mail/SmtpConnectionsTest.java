package org.activationdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How the desk treats a mail server: few connections, each used for many mails, and a pace that it keeps. */
class SmtpConnectionsTest {
    private static final int HASTE = 60_000;

    @Test
    void never_more_connections_are_open_than_the_setting_says_and_each_takes_many_mails() throws Exception {
        try (CountingServer server = new CountingServer()) {
            sendAtOnce(connections(server, 3, HASTE), 60);
            assertThat(server.mails).hasValue(60);
            assertThat(server.mostOpen).hasValueBetween(2, 3);
            assertThat(server.connections).hasValueLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_connection_is_left_after_fifty_mails() throws Exception {
        try (CountingServer server = new CountingServer()) {
            sendAtOnce(connections(server, 1, HASTE), 101);
            assertThat(server.mails).hasValue(101);
            assertThat(server.mostOpen).hasValue(1);
            assertThat(server.connections).hasValue(3);
        }
    }

    @Test
    void no_rush_exceeds_the_pace() throws Exception {
        try (CountingServer server = new CountingServer()) {
            long begin = System.nanoTime();
            sendAtOnce(connections(server, 3, 600), 21);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            // Ten a second: the first leaves at once, and twenty more wait for their turn.
            assertThat(taken).isGreaterThanOrEqualTo(Duration.ofMillis(1990));
            assertThat(server.mails).hasValue(21);
        }
    }

    private static SmtpConnections connections(CountingServer server, int most, int perMinute) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        return new SmtpConnections(
                sender, new MailSettings("a@desk.example", "Desk", "a@desk.example", "", most, perMinute, List.of()));
    }

    /** Ten senders in a rush, more than there are connections. */
    private static void sendAtOnce(SmtpConnections connections, int mails) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(10);
        try {
            Callable<String> mail = () -> connections.send(message(connections));
            for (Future<String> answer : senders.invokeAll(
                    IntStream.range(0, mails).mapToObj(number -> mail).toList())) {
                assertThat(answer.get()).startsWith("250");
            }
        } finally {
            senders.shutdownNow();
            connections.destroy();
        }
    }

    private static DeskMessage message(SmtpConnections connections) throws Exception {
        DeskMessage message = new DeskMessage(connections.session(), "<one@desk.example>");
        message.setFrom(new InternetAddress("a@desk.example"));
        message.setRecipient(RecipientType.TO, new InternetAddress("somebody@customer.example"));
        message.setSubject("Reminder");
        message.setText("Text");
        return message;
    }
}
