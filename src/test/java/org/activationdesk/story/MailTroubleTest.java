package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.mail.CrashingPostbox;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.SentMail;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Mailboxes;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.TimeStep;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** When the mail server does not take a mail: it is tried again, becomes an incident, and nobody loses what they did. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, CrashingPostbox.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
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

    @Test
    void a_mail_that_is_put_off_is_tried_for_two_days_and_is_then_an_incident_that_can_be_retried() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", true, "agreementVersion", "2026-11"));
        mailboxes.busy(ADMINISTRATOR);
        catchThrowable(() -> stage.answers(ADMIN_FOUNDRY, order, ADDS_SEATS));

        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.RENEWED);
        assertThat(stage.record(order).renewalEffect()).isEqualTo("addSeats");
        int retries = PAUSES.size();
        for (String pause : PAUSES) {
            assertThat(job(order).getRetries()).isEqualTo(retries--);
            assertThat(incidents(order)).isEmpty();
            clock.forward(TimeStep.of(pause));
            catchThrowable(stage::work);
        }
        assertThat(incidents(order)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .contains("451"));

        mailboxes.free(ADMINISTRATOR);
        management.setJobRetries(job(order).getId(), 1);
        stage.work();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(2);
        assertThat(mail(order, MailKind.CONFIRMATION)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.ACCEPTED);
            assertThat(mail.attempts()).isEqualTo(PAUSES.size() + 2);
        });
    }

    @Test
    void of_two_mails_the_one_that_was_taken_is_not_sent_again_with_the_other() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", true, "agreementVersion", "2026-11"));
        mailboxes.busy(PARTNER);
        catchThrowable(() -> stage.answers(ADMIN_FOUNDRY, order, ADDS_SEATS));
        assertThat(mail(order, MailKind.CONFIRMATION).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(mail(order, MailKind.PARTNER_CONFIRMATION).state()).isEqualTo(MailState.QUEUED);

        mailboxes.free(PARTNER);
        clock.forward(TimeStep.of("PT1M"));
        stage.work();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).hasSize(2);
        assertThat(mail(order, MailKind.CONFIRMATION).attempts()).isEqualTo(1);
        assertThat(mail(order, MailKind.PARTNER_CONFIRMATION).attempts()).isEqualTo(2);
    }

    @Test
    void a_desk_that_is_killed_after_the_servers_answer_sends_the_same_mail_again_and_says_so() {
        OrderKey order = new OrderKey("noordzee", "ST-" + (Stage.issued() + 1));
        postbox.crashAfterNext();
        catchThrowable(() -> stage.purchase(KNOWN));
        assertThat(mail(order, MailKind.ACTIVATION).state()).isEqualTo(MailState.QUEUED);

        clock.forward(TimeStep.of("PT1M"));
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
    void a_desk_that_the_server_refuses_is_an_incident_at_once_that_says_what_to_do() {
        OrderKey order = new OrderKey("noordzee", "ST-" + (Stage.issued() + 1));
        mailboxes.refuseDesk(true);
        catchThrowable(() -> stage.purchase(KNOWN));
        assertThat(job(order).getRetries()).isZero();
        assertThat(incidents(order)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .contains("553 5.7.1", "ACTIVATION_MAIL_FROM", "set the retries"));

        mailboxes.refuseDesk(false);
        management.setJobRetries(job(order).getId(), 1);
        stage.work();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.INVITED);
    }

    @Test
    void a_mail_that_is_sent_again_is_the_same_mail_with_the_same_link() {
        mailboxes.busy(ADMINISTRATOR);
        OrderKey order = new OrderKey("noordzee", "ST-" + (Stage.issued() + 1));
        catchThrowable(() -> stage.purchase(KNOWN));
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).isEmpty();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.FINDING_ADMINISTRATOR);

        mailboxes.free(ADMINISTRATOR);
        clock.forward(TimeStep.of("PT1M"));
        stage.work();
        assertThat(stage.mailsTo(ADMINISTRATOR, order)).singleElement().satisfies(mail -> assertThat(
                        mail.headers().get("Message-ID"))
                .contains(stage.mailId(order).toString()));
    }

    private SentMail mail(OrderKey order, MailKind kind) {
        return mails.about(order).stream()
                .filter(mail -> mail.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Job job(OrderKey order) {
        return management
                .createJobQuery()
                .processInstanceId(stage.process(order).getId())
                .singleResult();
    }

    private List<Incident> incidents(OrderKey order) {
        return runtime.createIncidentQuery()
                .processInstanceId(stage.process(order).getId())
                .list();
    }
}
