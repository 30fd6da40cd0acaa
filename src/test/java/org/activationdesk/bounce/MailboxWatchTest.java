package org.activationdesk.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.activationdesk.activation.MailNews;
import org.activationdesk.mail.BounceAddresses;
import org.activationdesk.mail.MailSettings;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How desks read a mailbox that they share, and what they do with a message that cannot be taken in. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class MailboxWatchTest {
    private static final String USER = "shared@desk.example";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<MailboxWatch> watches = new ArrayList<>();
    /** How often each message was taken in, by its subject. */
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    @Autowired
    private MailSettings mail;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient client;

    @Autowired
    private SetAsideMails setAside;

    @Autowired
    private BounceAddresses addresses;

    @Autowired
    private MailNews news;

    @Autowired
    private Clock clock;

    @BeforeEach
    void openMailbox() {
        server.start();
        server.setUser(USER, USER, USER);
    }

    @AfterEach
    void close() {
        watches.forEach(MailboxWatch::stop);
        server.stop();
    }

    @Test
    void one_of_two_desks_reads_the_mailbox_and_the_other_takes_over_when_it_stops() throws Exception {
        MailboxWatch first = watch(server.getImap().getPort());
        String one = arrives("news");
        await().until(() -> taken.containsKey(one));
        assertThat(MailboxLock.take(database, settings())).isEmpty();
        MailboxWatch second = watch(server.getImap().getPort());
        List<String> sent = new ArrayList<>(List.of(one));
        for (int i = 1; i < 20; i++) {
            sent.add(arrives("news"));
        }
        await().until(() -> taken.keySet().containsAll(sent));
        first.stop();
        sent.add(arrives("news"));
        await().until(() -> taken.keySet().containsAll(sent));
        assertThat(second.isRunning()).isTrue();
        assertThat(taken.values()).containsOnly(1);
        await().until(() -> count("INBOX.Handled") == 21 && count("INBOX") == 0);
    }

    @Test
    void a_message_that_always_fails_is_set_aside_and_does_not_stop_the_next_one() throws Exception {
        watch(server.getImap().getPort());
        String stubborn = arrives("stubborn");
        String next = arrives("news");
        await().until(() -> taken.containsKey(next));
        await().until(() -> count("INBOX.Set aside") == 1);
        assertThat(taken.get(stubborn)).isEqualTo(5);
        await().until(() -> count("INBOX") == 0);
        assertThat(client.sql("select reason from set_aside_mail order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("fails again and again");
    }

    @Test
    void a_message_that_comes_too_early_stays_until_its_time_has_come() throws Exception {
        watch(server.getImap().getPort());
        String early = arrives("early");
        await().until(() -> taken.getOrDefault(early, 0) == 5);
        await().until(() -> count("INBOX.Handled") == 1);
    }

    @Test
    void a_server_that_cannot_tell_of_news_is_asked_again_and_again() throws Exception {
        try (SilentImap silent = new SilentImap(server.getImap().getPort())) {
            watch(silent.port());
            await().until(() -> silent.visits.get() > 2);
            String late = arrives("news");
            await().until(() -> taken.containsKey(late));
        }
    }

    @Test
    void half_a_setting_is_a_warning_at_start(CapturedOutput log) {
        new MailboxWatch(settings(0, ""), mail, null, setAside, database);
        assertThat(log).contains("nobody reads what comes back");
        MailSettings none = new MailSettings("a@b.example", "Desk", "a@b.example", "", 1, 1, List.of());
        new MailboxWatch(settings(0, "imap.example"), none, null, setAside, database);
        assertThat(log).contains("nothing will come back to it");
    }

    private MailboxWatch watch(int port) {
        MailboxWatch watch = new MailboxWatch(settings(port, "127.0.0.1"), mail, counting(), setAside, database);
        watches.add(watch);
        watch.start();
        return watch;
    }

    private MailboxSettings settings() {
        return settings(server.getImap().getPort(), "127.0.0.1");
    }

    private static MailboxSettings settings(int port, String host) {
        return new MailboxSettings(host, port, false, USER, USER, "INBOX", Duration.ofMillis(200));
    }

    private ReturnedMails counting() {
        return new ReturnedMails(addresses, news, clock) {
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

    private String arrives(String kind) throws UserException, MessagingException {
        String subject = kind + " " + NUMBERS.incrementAndGet();
        GreenMailUser user = server.getManagers().getUserManager().getUserByEmail(USER);
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(("To: " + USER + "\r\nSubject: " + subject + "\r\n\r\nText\r\n")
                        .getBytes(StandardCharsets.UTF_8))));
        return subject;
    }

    private int count(String folder) throws FolderException {
        GreenMailUser user = server.getManagers().getUserManager().getUserByEmail(USER);
        MailFolder found = folder.equals("INBOX")
                ? server.getManagers().getImapHostManager().getInbox(user)
                : server.getManagers().getImapHostManager().getFolder(user, folder);
        return found == null ? 0 : found.getMessageCount();
    }
}
