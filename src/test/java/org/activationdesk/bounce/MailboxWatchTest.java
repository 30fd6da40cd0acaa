package org.activationdesk.bounce;

import static org.activationdesk.bounce.Watches.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.activationdesk.mail.MailSettings;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How desks read a mailbox that they share, and what they do with a message that cannot be taken in. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class MailboxWatchTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private Watches watches;
    private int port;
    private Map<String, Integer> taken;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MailSettings mail;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient client;

    @BeforeEach
    void openMailbox() {
        server.start();
        server.setUser(USER, USER, USER);
        port = server.getImap().getPort();
        watches = beans.createBean(Watches.class);
        taken = watches.taken;
    }

    @AfterEach
    void close() {
        watches.close();
        server.stop();
    }

    @Test
    void one_of_two_desks_reads_the_mailbox_and_the_other_takes_over_when_it_stops() throws Exception {
        MailboxWatch first = watches.start(port);
        String one = arrives("news");
        await().until(() -> taken.containsKey(one));
        assertThat(MailboxLock.take(database, settings())).isEmpty();
        MailboxWatch second = watches.start(port);
        List<String> sent = new ArrayList<>(List.of(one));
        for (int i = 1; i < 20; i++) {
            sent.add(arrives("news"));
        }
        // What was taken and not put away yet, the other would take once more.
        await().until(() -> count("INBOX.Handled") == 20);
        first.stop();
        sent.add(arrives("news"));
        await().until(() -> count("INBOX.Handled") == 21 && count("INBOX") == 0);
        assertThat(second.isRunning()).isTrue();
        assertThat(taken.keySet()).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(taken.values()).containsOnly(1);
    }

    @Test
    void a_message_that_always_fails_is_set_aside_and_does_not_stop_the_next_one() throws Exception {
        watches.start(port);
        String stubborn = arrives("stubborn");
        String next = arrives("news");
        await().until(() -> taken.containsKey(next));
        await().until(() -> count("INBOX.Set aside") == 1);
        assertThat(taken.get(stubborn)).isEqualTo(5);
        await().until(() -> count("INBOX") == 0);
        assertThat(watches.lastReason()).contains("fails again and again");
    }

    @Test
    void a_message_that_comes_too_early_stays_until_its_time_has_come() throws Exception {
        watches.start(port);
        String early = arrives("early");
        await().until(() -> taken.getOrDefault(early, 0) == 5);
        await().until(() -> count("INBOX.Handled") == 1);
    }

    @Test
    void a_server_that_cannot_tell_of_news_is_asked_again_and_again() throws Exception {
        try (ChangedImap silent = ChangedImap.silent(port)) {
            watches.start(silent.port());
            await().until(() -> silent.visits.get() > 2);
            String late = arrives("news");
            await().until(() -> taken.containsKey(late));
        }
    }

    @Test
    void a_mailbox_that_is_not_read_for_ten_minutes_shows_in_health_and_metrics() throws Exception {
        MailboxSettings settings = settings();
        MailboxHealth health = new MailboxHealth(settings, watches.readings(settings));
        MeterRegistry meters = new SimpleMeterRegistry();
        health.bindTo(meters);
        String one = arrives("news");
        watches.start(port);
        await().until(() -> taken.containsKey(one));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        watches.close();
        watches.awaitStopped(settings);
        client.sql("update bounce_mailbox set read_at = now() - interval '11 minutes' where mailbox = :number")
                .param("number", settings.number())
                .update();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("activation.bounce.mailbox.unread").timeGauge().value(TimeUnit.MINUTES))
                .isBetween(11.0, 20.0);
        watches.start(port);
        await().until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    void a_mailbox_that_nobody_was_to_read_is_no_trouble() {
        MailboxSettings none = Watches.settings(0, "");
        assertThat(new MailboxHealth(none, watches.readings(none)).health().getStatus())
                .isEqualTo(Status.UNKNOWN);
        assertThatThrownBy(() -> new MailboxSettings("h", 1, true, "u", "p", "INBOX", Duration.ofMinutes(6)))
                .hasMessageContaining("PT5M");
    }

    @Test
    void half_a_setting_is_a_warning_at_start(CapturedOutput log) {
        watches.watch(Watches.settings(0, ""), mail);
        assertThat(log).contains("nobody reads what comes back");
        MailSettings none = new MailSettings("a@b.example", "Desk", "a@b.example", "", 1, 1, List.of());
        watches.watch(Watches.settings(0, "imap.example"), none);
        assertThat(log).contains("nothing will come back to it");
    }

    private MailboxSettings settings() {
        return Watches.settings(port, "127.0.0.1");
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
