package org.activationdesk.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** A few connections to the mail server, each used for many mails, and a pace that no rush exceeds. */
@Component
class SmtpConnections implements DisposableBean {
    /** Servers close a connection that says nothing after a minute or more. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);
    /** Only a connection that has rested longer is asked whether it is still there. */
    private static final Duration SURELY_OPEN = Duration.ofSeconds(1);
    /** Servers take about a hundred mails on one connection. */
    private static final int MOST_MAILS = 50;

    /** Together with the slowest mail below the time for which a mail is taken, so that none is sent twice. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(150);

    /** By this property the mail library is told its own streams; it searches every jar for them at each part of a mail otherwise. */
    private static final String STREAMS = "jakarta.mail.util.StreamProvider";

    private final JavaMailSenderImpl server;
    private final Semaphore free;
    private final Duration pause;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private long nextMail = System.nanoTime();

    SmtpConnections(JavaMailSenderImpl server, MailSettings settings) {
        System.setProperty(STREAMS, System.getProperty(STREAMS, MailStreamProvider.class.getName()));
        this.server = server;
        server.getJavaMailProperties().put("mail.smtp.socketFactory", new PromptSockets());
        this.free = new Semaphore(settings.connections(), true);
        this.pause = Duration.ofMinutes(1).dividedBy(settings.perMinute());
    }

    Session session() {
        return server.getSession();
    }

    /** Sends a message and returns the server's answer. A connection on which anything failed is not used again. */
    String send(DeskMessage message) throws MessagingException {
        awaitConnection();
        try {
            awaitTurn();
            Connection connection = connection();
            try {
                String answer = connection.send(message);
                giveBack(connection);
                return answer;
            } catch (MessagingException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } finally {
            free.release();
        }
    }

    private void awaitConnection() {
        try {
            if (!free.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new MailPutOff("every connection to the mail server is busy", null);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new MailPutOff("the desk is stopping", stopping);
        }
    }

    private void awaitTurn() {
        long wait;
        synchronized (idle) {
            long now = System.nanoTime();
            long turn = nextMail - now > 0 ? nextMail : now;
            wait = turn - now;
            if (wait > LONGEST_WAIT.toNanos()) {
                throw new MailPutOff("more mails are waiting than may leave in a minute", null);
            }
            nextMail = turn + pause.toNanos();
        }
        try {
            Thread.sleep(Duration.ofNanos(wait).toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new MailPutOff("the desk is stopping", stopping);
        }
    }

    private Connection connection() throws MessagingException {
        for (Connection known = takeIdle(); known != null; known = takeIdle()) {
            if (known.isAlive()) {
                return known;
            }
            known.close();
        }
        Transport transport = session().getTransport("smtp");
        transport.connect(
                server.getHost(), server.getPort(), filled(server.getUsername()), filled(server.getPassword()));
        return new Connection((SMTPTransport) transport);
    }

    private static String filled(String setting) {
        return setting == null || setting.isEmpty() ? null : setting;
    }

    private Connection takeIdle() {
        synchronized (idle) {
            return idle.pollLast();
        }
    }

    private void giveBack(Connection connection) {
        if (connection.mails >= MOST_MAILS) {
            connection.close();
            return;
        }
        synchronized (idle) {
            idle.addLast(connection);
        }
    }

    @Override
    public void destroy() {
        for (Connection known = takeIdle(); known != null; known = takeIdle()) {
            known.close();
        }
    }

    private static final class Connection {
        private final SMTPTransport transport;
        private long lastUsed;
        private int mails;

        Connection(SMTPTransport transport) {
            this.transport = transport;
        }

        String send(DeskMessage message) throws MessagingException {
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
            lastUsed = System.nanoTime();
            mails++;
            return SmtpAnswer.presentable(transport.getLastServerResponse());
        }

        boolean isAlive() {
            long rested = System.nanoTime() - lastUsed;
            return rested < SURELY_OPEN.toNanos() || rested < LONGEST_IDLE.toNanos() && transport.isConnected();
        }

        void close() {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // There is nothing left to close.
            }
        }
    }
}
