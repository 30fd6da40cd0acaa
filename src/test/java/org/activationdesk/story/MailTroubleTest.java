package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Intake;
import org.activationdesk.activation.Invitations;
import org.activationdesk.mail.CrashingPostbox;
import org.activationdesk.mail.Delivery;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.OpenTray;
import org.activationdesk.mail.SentMail;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Mailboxes;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.TimeStep;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** When the mail server does not take a mail: it is tried again, becomes an incident, and nobody loses what they did. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, CrashingPostbox.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailTroubleTest {
    private static final List<String> PAUSES =
            List.of("PT1M", "PT5M", "PT15M", "PT1H", "PT3H", "PT6H", "PT12H", "PT24H");
    private static final String PARTNER = "licenties@noordzee.example";
    private static final String ADMINISTRATOR = "admin@foundry.example";

    private static final Map<String, Object> ADDS_SEATS = Map.of(
            "effect", "addSeats",
            "route", "portal",
            "effectConfirmed", true,
            "seenEndDate", "2026-12-31",
            "seenSeats", 80,
            "seenDomain", "foundry.example");

    @Autowired
    private Stage stage;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private CrashingPostbox postbox;

    @Autowired
    private Mails mails;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Intake intake;

    @Autowired
    private Delivery delivery;

    @Autowired
    private OpenTray tray;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void repair() {
        mailboxes.free(ADMINISTRATOR);
        mailboxes.free(PARTNER);
        mailboxes.refuseDesk(false);
    }

    @AfterAll
    void every_node_and_flow_was_passed(@Autowired FlowCoverage coverage, @Autowired HistoryService history) {
        coverage.isComplete(Bpmn.readModelFromFile(new File("processes/mail-redelivery.bpmn")), history);
    }

    @Test
    void a_mail_that_is_put_off_is_tried_for_two_days_and_is_then_an_incident_that_can_be_retried() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", true, "agreementVersion", "2026-12"));
        mailboxes.busy(ADMINISTRATOR);
        catchThrowable(() -> stage.answers(ADMIN_FOUNDRY, order, ADDS_SEATS));

        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(stage.record(order).renewalEffect()).isEqualTo("addSeats");
        int retries = PAUSES.size();
        UUID mail = mail(order, MailKind.CONFIRMATION).id();
        for (String pause : PAUSES) {
            assertThat(job(mail).getRetries()).isEqualTo(retries--);
            assertThat(incidents(mail)).isEmpty();
            clock.forward(TimeStep.of(pause));
            catchThrowable(stage::work);
        }
        assertThat(incidents(mail)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .contains("451"));

        mailboxes.free(ADMINISTRATOR);
        management.setJobRetries(job(mail).getId(), 1);
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(2);
        assertThat(mail(order, MailKind.CONFIRMATION)).satisfies(sent -> {
            assertThat(sent.state()).isEqualTo(MailState.ACCEPTED);
            // The first one, one at once, one after each pause, and the last.
            assertThat(sent.attempts()).isEqualTo(PAUSES.size() + 3);
        });
    }

    @Test
    void of_two_mails_the_one_that_was_taken_is_not_sent_again_with_the_other() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", true, "agreementVersion", "2026-12"));
        mailboxes.busy(PARTNER);
        catchThrowable(() -> stage.answers(ADMIN_FOUNDRY, order, ADDS_SEATS));
        assertThat(mail(order, MailKind.CONFIRMATION).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(mail(order, MailKind.PARTNER_CONFIRMATION).state()).isEqualTo(MailState.QUEUED);

        mailboxes.free(PARTNER);
        clock.forward(TimeStep.of("PT1M"));
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(2);
        assertThat(mail(order, MailKind.CONFIRMATION).attempts()).isEqualTo(1);
        assertThat(mail(order, MailKind.PARTNER_CONFIRMATION).attempts()).isEqualTo(3);
    }

    @Test
    void a_desk_that_is_killed_after_the_servers_answer_sends_the_same_mail_again_and_says_so() {
        OrderKey order = new OrderKey("noordzee", "ST-" + (Stage.issued() + 1));
        postbox.crashAfterNext(ADMINISTRATOR);
        catchThrowable(() -> stage.purchase(KNOWN));
        assertThat(mail(order, MailKind.ACTIVATION).state()).isEqualTo(MailState.QUEUED);

        clock.forward(TimeStep.of("PT6M"));
        stage.work();
        List<ReceivedMail> received = stage.mailsTo(ADMINISTRATOR, order);
        assertThat(received).hasSize(2);
        assertThat(received)
                .extracting(one -> one.headers().get("Message-ID"))
                .containsOnly("<" + stage.mailId(order) + "@desk.example>");
        assertThat(received.get(0).links()).isEqualTo(received.get(1).links());
        assertThat(mail(order, MailKind.ACTIVATION)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.ACCEPTED);
            assertThat(mail.attempts()).isEqualTo(2);
            assertThat(mail.answer()).startsWith("250");
        });
    }

    @Test
    void a_mail_that_lay_in_the_tray_of_a_desk_that_is_killed_is_sent_by_another_one_after_five_minutes() {
        OrderKey order = queued("TRAY-1");
        assertThat(tray.lose()).isEqualTo(1);
        clock.forward(TimeStep.of("PT4M"));
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).isEmpty();

        clock.forward(TimeStep.of("PT2M"));
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(1);
        assertThat(mail(order, MailKind.ACTIVATION).attempts()).isEqualTo(2);
    }

    @Test
    void a_mail_for_which_nobody_came_in_time_is_given_back_and_sent_once() {
        OrderKey order = queued("TRAY-2");
        clock.forward(TimeStep.of("PT2M"));
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(1);
        assertThat(mail(order, MailKind.ACTIVATION).attempts()).isEqualTo(1);
    }

    @Test
    void a_mail_that_somebody_else_may_have_taken_by_now_is_left_to_them() {
        OrderKey order = queued("TRAY-3");
        clock.forward(TimeStep.of("PT6M"));
        delivery.deliver(1);
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).isEmpty();
        assertThat(mail(order, MailKind.ACTIVATION).attempts()).isEqualTo(1);
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(1);
    }

    /** The activation mail of a purchase is committed, and nobody has come for it yet. */
    private OrderKey queued(String number) {
        ObjectNode document = Stage.document(KNOWN);
        document.put("orderNumber", number).put("licenseId", "L-" + number);
        intake.receive(PurchaseDocument.read("noordzee", document), "noordzee-orders");
        return new OrderKey("noordzee", number);
    }

    @Test
    void a_desk_that_the_server_refuses_is_an_incident_at_once_that_says_what_to_do() {
        OrderKey order = new OrderKey("noordzee", "ST-" + (Stage.issued() + 1));
        mailboxes.refuseDesk(true);
        catchThrowable(() -> stage.purchase(KNOWN));
        UUID mail = mail(order, MailKind.ACTIVATION).id();
        assertThat(job(mail).getRetries()).isZero();
        assertThat(incidents(mail)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .contains("553 5.7.1", "ACTIVATION_MAIL_FROM", "set the retries"));

        mailboxes.refuseDesk(false);
        management.setJobRetries(job(mail).getId(), 1);
        stage.work();
        assertThat(mail(order, MailKind.ACTIVATION).state()).isEqualTo(MailState.ACCEPTED);
    }

    @Test
    void a_mail_that_is_sent_again_is_the_same_mail_with_the_same_link() {
        mailboxes.busy(ADMINISTRATOR);
        OrderKey order = new OrderKey("noordzee", "ST-" + (Stage.issued() + 1));
        catchThrowable(() -> stage.purchase(KNOWN));
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).isEmpty();
        assertThat(mail(order, MailKind.ACTIVATION).state()).isEqualTo(MailState.QUEUED);

        mailboxes.free(ADMINISTRATOR);
        clock.forward(TimeStep.of("PT1M"));
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).singleElement().satisfies(mail -> assertThat(
                        mail.headers().get("Message-ID"))
                .contains(stage.mailId(order).toString()));
    }

    @Test
    void a_mail_whose_link_ends_before_it_has_left_is_not_sent() {
        mailboxes.busy(ADMINISTRATOR);
        OrderKey order = new OrderKey("noordzee", "ST-" + (Stage.issued() + 1));
        catchThrowable(() -> stage.purchase(KNOWN));
        assertThat(stage.task(order)).isNull();
        invitations.notTheAdministrator(order, "");
        stage.work();

        mailboxes.free(ADMINISTRATOR);
        clock.forward(TimeStep.of("PT1M"));
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).isEmpty();
        assertThat(mail(order, MailKind.ACTIVATION).state()).isEqualTo(MailState.CANCELLED);
        assertThat(stage.mailsTo(PARTNER, order)).hasSize(1);
    }

    @Test
    void nothing_is_kept_of_what_a_mail_says_once_it_has_left() {
        OrderKey order = stage.purchase(KNOWN);
        assertThat(stage.database
                        .sql("select letter is null from mail where order_key = ?")
                        .param(order.toString())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    private SentMail mail(OrderKey order, MailKind kind) {
        return mails.about(order).stream()
                .filter(mail -> mail.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Job job(UUID mail) {
        return management
                .createJobQuery()
                .processInstanceId(redelivery(mail).getId())
                .singleResult();
    }

    private List<Incident> incidents(UUID mail) {
        return runtime.createIncidentQuery()
                .processInstanceId(redelivery(mail).getId())
                .list();
    }

    private ProcessInstance redelivery(UUID mail) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(mail.toString(), "mail-redelivery")
                .singleResult();
    }
}
