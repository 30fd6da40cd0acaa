package org.activationdesk.bounce;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.activationdesk.activation.MailNews;
import org.activationdesk.mail.BounceAddresses;
import org.activationdesk.mail.MailSettings;
import org.activationdesk.mail.Mails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Desks that read a mailbox, and what they took in. They do with a message what its subject says. */
final class Watches implements AutoCloseable {
    static final String USER = "shared@desk.example";

    /** How often each message was taken in, by its subject. */
    final Map<String, Integer> taken = new ConcurrentHashMap<>();

    private final List<MailboxWatch> started = new ArrayList<>();
    private final MailSettings mail;
    private final DataSource database;
    private final JdbcClient client;
    private final SetAsideMails setAside;
    private final BounceAddresses addresses;
    private final Mails mails;
    private final MailNews news;
    private final Clock clock;

    Watches(
            MailSettings mail,
            DataSource database,
            JdbcClient client,
            SetAsideMails setAside,
            BounceAddresses addresses,
            Mails mails,
            MailNews news,
            Clock clock) {
        this.mail = mail;
        this.database = database;
        this.client = client;
        this.setAside = setAside;
        this.addresses = addresses;
        this.mails = mails;
        this.news = news;
        this.clock = clock;
    }

    MailboxWatch start(int port) {
        MailboxWatch watch = watch(settings(port, "127.0.0.1"), mail);
        started.add(watch);
        watch.start();
        return watch;
    }

    MailboxWatch watch(MailboxSettings settings, MailSettings settingsOfMail) {
        return new MailboxWatch(settings, settingsOfMail, counting(), setAside, readings(settings), database);
    }

    Readings readings(MailboxSettings settings) {
        return new Readings(client, settings);
    }

    static MailboxSettings settings(int port, String host) {
        return new MailboxSettings(host, port, false, USER, USER, "INBOX", Duration.ofMillis(200));
    }

    long setAside() {
        return client.sql("select count(*) from set_aside_mail")
                .query(Long.class)
                .single();
    }

    /** Whoever read the mailbox does not any more. */
    void awaitStopped(MailboxSettings settings) {
        await().until(() -> {
            Optional<MailboxLock> lock = MailboxLock.take(database, settings);
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isPresent();
        });
    }

    /** Why the last message was set aside. */
    String lastReason() {
        return client.sql("select reason from set_aside_mail order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private ReturnedMails counting() {
        return new ReturnedMails(addresses, mails, news, clock) {
            @Override
            Place take(MimeMessage message) {
                String subject = subject(message);
                int times = taken.merge(subject, 1, Integer::sum);
                if (subject.startsWith("stubborn")) {
                    throw new IllegalStateException("as a fault of ours would");
                }
                return subject.startsWith("early") && times < 5 ? Place.LATER : Place.HANDLED;
            }
        };
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        started.forEach(MailboxWatch::stop);
    }
}
