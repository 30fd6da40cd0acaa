package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Diagnoses;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.mail.BounceAddresses;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.SentMail;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.MailServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Messages come back to the bounce mailbox, honest and hostile ones, and the desk makes of each what it says. */
@DeskTest
@Import(Stage.class)
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class MailReturnsTest {
    private static final String MADE_FOR_NOBODY =
            "bounces+6f9619ff8b864011b42d00c04fc964ff5d1e2a9b0c3f4e77@desk.example";

    @Autowired
    private Stage stage;

    @Autowired
    private Mails mails;

    @Autowired
    private BounceAddresses addresses;

    @Autowired
    private Activations activations;

    @Autowired
    private Diagnoses diagnoses;

    @Autowired
    private MailServer server;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void a_bounce_that_comes_twice_asks_the_partner_once_and_ends_the_link() throws Exception {
        OrderKey order = stage.purchase(KNOWN);
        comesBack("postfix-failed-unknown-user", order);
        comesBack("postfix-failed-unknown-user", order);
        until(order, MailState.BOUNCED);
        emptied();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.WITH_PARTNER);
        assertThat(events(order)).containsOnlyOnce(TimelineEvent.EMAIL_BOUNCED);
        assertThat(mail(order).answer()).startsWith("550 5.1.1").doesNotContain("admin@");
        assertThat(liveLinks(order)).isZero();
        assertThat(diagnoses.of(stage.record(order)).nextStep()).isEqualTo("correct-address");
    }

    @Test
    void a_bounce_after_the_administrator_has_signed_in_changes_the_mails_state_only() throws Exception {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        List<TimelineEvent> before = events(order);
        comesBack("gmail-failed-no-account", order);
        until(order, MailState.BOUNCED);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.SIGNED_IN);
        assertThat(events(order)).isEqualTo(before);
        assertThat(stage.task(order)).isNotNull();
    }

    @Test
    void delay_and_absence_are_noted_and_nobody_gets_an_answer() throws Exception {
        OrderKey order = stage.purchase(KNOWN, document -> document.remove("usageStart"));
        assertThat(diagnoses.of(stage.record(order)).nextStep()).isEqualTo("search-mailbox");
        int sent = inbox.mails().size();
        comesBack("postfix-delayed", order);
        until(order, MailState.DELAYED);
        LocalDate lastDay = LocalDate.now(clock).plusDays(20);
        server.comesBack(Corpus.message(text("out-of-office-html", order).replace("2026-12-18", lastDay.toString())));
        until(order, MailState.AUTO_REPLIED);
        assertThat(mail(order).absentUntil()).isEqualTo(lastDay);
        assertThat(events(order)).endsWith(TimelineEvent.EMAIL_DELAYED, TimelineEvent.EMAIL_ANSWERED_AUTOMATICALLY);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.INVITED);
        assertThat(inbox.mails()).hasSize(sent);
        assertThat(diagnoses.of(stage.record(order)).problem()).isEqualTo("F3");
    }

    @Test
    void hostile_and_forged_messages_are_set_aside_and_the_next_one_is_read() throws Exception {
        OrderKey order = stage.purchase(KNOWN);
        long before = setAside();
        int forPeople = server.returned("For people");
        server.comesBack(Corpus.message("To: " + MADE_FOR_NOBODY + "\n\n" + "x".repeat(10 * 1024 * 1024)));
        comesBack("broken-nested-50-deep", order);
        comesBack("broken-no-body", order);
        comesBack("broken-no-boundary", order);
        server.comesBack(Corpus.message(Corpus.text("postfix-failed-unknown-user")));
        server.comesBack(Corpus.message(Corpus.text("postfix-failed-unknown-user")
                .replace(MADE_FOR_NOBODY, address(order).replaceFirst(".@", "x@"))));
        comesBack("human-answers-en", order);
        comesBack("exim-failed-plain", order);
        until(order, MailState.BOUNCED);
        emptied();
        assertThat(setAside() - before).isEqualTo(6);
        assertThat(server.returned("For people") - forPeople).isEqualTo(1);
        assertThat(database.sql("select reason from set_aside_mail")
                        .query(String.class)
                        .list())
                .noneMatch(reason -> reason.contains("foundry"));
    }

    @Test
    void what_says_nothing_of_the_administrators_own_mailbox_changes_nothing() throws Exception {
        OrderKey order = stage.purchase(KNOWN);
        int before = server.returned("For people");
        comesBack("forwarder-postfix-report", order);
        comesBack("arf-fraud", order);
        await().until(() -> server.returned("For people") == before + 2);
        assertThat(mail(order).state()).isEqualTo(MailState.ACCEPTED);
    }

    @Test
    void a_mailbox_that_is_down_loses_nothing() throws Exception {
        OrderKey order = stage.purchase(KNOWN);
        server.closeMailboxes();
        comesBack("qmail-failed", order);
        server.openMailboxes();
        until(order, MailState.BOUNCED);
    }

    private void comesBack(String name, OrderKey order) throws IOException, MessagingException {
        server.comesBack(Corpus.message(text(name, order)));
    }

    private String text(String name, OrderKey order) throws IOException {
        return Corpus.text(name).replace(MADE_FOR_NOBODY, address(order));
    }

    private String address(OrderKey order) {
        UUID id = stage.mailId(order);
        return addresses.sign(id).orElseThrow();
    }

    private void until(OrderKey order, MailState state) {
        await().until(() -> mail(order).state() == state);
    }

    private SentMail mail(OrderKey order) {
        return mails.find(stage.mailId(order)).orElseThrow();
    }

    private List<TimelineEvent> events(OrderKey order) {
        return activations.timeline(order).stream().map(TimelineEntry::event).toList();
    }

    private long liveLinks(OrderKey order) {
        return database.sql("select count(*) from mail where order_key = ? and link_hash is not null"
                        + " and link_revoked_at is null")
                .param(order.toString())
                .query(Long.class)
                .single();
    }

    private long setAside() {
        return database.sql("select count(*) from set_aside_mail")
                .query(Long.class)
                .single();
    }

    private void emptied() {
        await().until(() -> server.returned("INBOX") == 0);
    }
}
