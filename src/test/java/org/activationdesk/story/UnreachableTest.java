package org.activationdesk.story;

import static org.activationdesk.story.Silence.HELP_PARTNER;
import static org.activationdesk.story.Stage.UNKNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Diagnoses;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.mail.BounceAddresses;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.Mails;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.MailServer;
import org.activationdesk.tryout.Mailboxes;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Addresses that mail no longer reaches, whichever mail finds it out: somebody else is asked, and nobody waits for ever. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class UnreachableTest {
    private static final String MADE_FOR_NOBODY =
            "bounces+6f9619ff8b864011b42d00c04fc964ff5d1e2a9b0c3f4e77@desk.example";

    @Autowired
    private Stage stage;

    @Autowired
    private Calendar calendar;

    @Autowired
    private Silence silence;

    @Autowired
    private MailServer server;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private BounceAddresses addresses;

    @Autowired
    private Mails mails;

    @Autowired
    private Activations activations;

    @Autowired
    private Diagnoses diagnoses;

    @Autowired
    private FormService forms;

    @AfterEach
    void repair() {
        mailboxes.free(Silence.MAILBOX);
    }

    @Test
    void a_bounced_reminder_is_a_question_to_the_partner_for_every_order_that_it_was_about() throws Exception {
        LocalDate monday = LocalDate.of(2032, 3, 22);
        String mailbox = "full-for-good@foundry.example";
        OrderKey first = silence.ordered(mailbox, monday);
        OrderKey second = silence.ordered(mailbox, monday);
        calendar.at(monday.plusDays(2), 9);
        assertThat(stage.rowsOfMail(List.of(first, second), "REMINDER")).isEqualTo(2);
        comesBack(first, MailKind.REMINDER);
        await().until(() -> "bounced".equals(stage.record(second).escalationReason()));
        stage.work();
        for (OrderKey order : List.of(first, second)) {
            assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.WITH_PARTNER);
            assertThat(stage.task(order).getTaskDefinitionKey()).isEqualTo("UserTask_NameTheOnlineAdministrator");
            assertThat(diagnoses.of(stage.record(order)).problem()).isEqualTo("F5");
        }
    }

    @Test
    void a_bounced_reminder_takes_the_order_from_an_account_that_has_not_gone_on_since() throws Exception {
        LocalDate monday = LocalDate.of(2032, 5, 10);
        String mailbox = "left-in-between@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        calendar.at(monday.plusDays(2), 9);
        comesBack(order, MailKind.REMINDER);
        await().until(() -> "bounced".equals(stage.record(order).escalationReason()));
        stage.work();
        assertThat(stage.record(order).accountId()).isNull();
        assertThat(events(order)).doesNotContain(TimelineEvent.ORGANISATION_REJECTED);
        assertThat(stage.task(order).getTaskDefinitionKey()).isEqualTo("UserTask_NameTheOnlineAdministrator");
    }

    @Test
    void a_key_that_has_been_redeemed_needs_no_other_administrator() {
        LocalDate monday = LocalDate.of(2032, 7, 12);
        String mailbox = "redeemed@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        stage.answers(ADMIN_FOUNDRY, order, SilenceStories.ACCEPTS);
        stage.answers(ADMIN_FOUNDRY, order, CheckStories.RENEWS);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.RENEWED);
        mailboxes.gone(mailbox);
        calendar.at(monday.plusDays(2), 9);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.RENEWED);
        assertThat(events(order)).endsWith(TimelineEvent.REMINDER_REJECTED);
    }

    @Test
    void a_refused_reminder_is_a_question_to_the_partner() {
        LocalDate monday = LocalDate.of(2032, 5, 31);
        String mailbox = "closed-since@foundry.example";
        OrderKey first = silence.ordered(mailbox, monday);
        OrderKey second = silence.ordered(mailbox, monday);
        mailboxes.gone(mailbox);
        calendar.at(monday.plusDays(2), 9);
        for (OrderKey order : List.of(first, second)) {
            assertThat(stage.record(order).escalationReason()).isEqualTo("recipient-rejected");
            assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.WITH_PARTNER);
            assertThat(events(order)).containsOnlyOnce(TimelineEvent.RECIPIENT_REJECTED);
        }
    }

    @Test
    void a_question_that_comes_back_from_the_partner_goes_to_the_managers_at_once() throws Exception {
        LocalDate monday = LocalDate.of(2032, 6, 14);
        calendar.at(monday, 10);
        OrderKey order = unknown(monday);
        comesBack(order, MailKind.ESCALATION);
        await().until(() -> events(order).contains(TimelineEvent.PARTNERS_MAIL_FAILED));
        calendar.at(monday, 11);
        assertThat(silence(order)).startsWith("Our mail to Noordzee IT about this order cannot be delivered.");
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.WITH_PARTNER);

        stage.answers(MANAGER, order, HELP_PARTNER, Map.of("note", "The address will be corrected"));
        calendar.at(monday, 12);
        assertThat(stage.task(order, HELP_PARTNER)).isEmpty();
    }

    @Test
    void a_question_that_the_mail_server_refuses_waits_in_tasklist_and_goes_to_the_managers_at_once() {
        LocalDate monday = LocalDate.of(2032, 6, 28);
        calendar.at(monday, 10);
        mailboxes.gone(Silence.MAILBOX);
        OrderKey order = unknown(monday);
        assertThat(stage.task(order).getTaskDefinitionKey()).isEqualTo("UserTask_NameTheOnlineAdministrator");
        calendar.at(monday, 11);
        assertThat(silence(order)).contains("cannot be delivered");
        assertThat(says(order, "phone")).isEqualTo("+31 10 555 0100");
    }

    /** What the managers' form says about the partner's silence. */
    private String silence(OrderKey order) {
        return says(order, "silence");
    }

    private String says(OrderKey order, String field) {
        String task = stage.task(order, HELP_PARTNER).orElseThrow().getId();
        return forms.getTaskFormData(task).getFormFields().stream()
                .filter(shown -> shown.getId().equals(field))
                .map(shown -> shown.getValue().getValue())
                .map(value -> value.toString().replace("\\", ""))
                .findFirst()
                .orElseThrow();
    }

    private void comesBack(OrderKey order, MailKind kind) throws Exception {
        UUID mail = stage.mailId(order, kind);
        server.comesBack(Corpus.message(Corpus.text("postfix-failed-unknown-user")
                .replace(MADE_FOR_NOBODY, addresses.sign(mail).orElseThrow())
                .replace("admin@foundry.example", mails.find(mail).orElseThrow().recipient())));
    }

    private OrderKey unknown(LocalDate orderedOn) {
        return stage.purchase(UNKNOWN, document -> document.put("orderedOn", orderedOn.toString()));
    }

    private List<TimelineEvent> events(OrderKey order) {
        return activations.timeline(order).stream().map(TimelineEntry::event).toList();
    }
}
