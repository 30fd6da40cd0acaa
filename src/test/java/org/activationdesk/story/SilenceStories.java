package org.activationdesk.story;

import static org.activationdesk.story.Silence.HELP_ADMINISTRATOR;
import static org.activationdesk.story.Silence.HELP_PARTNER;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Arrival;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.ReceivedMail;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is asked when nobody answers, and that whoever acts first wins; the part of {@link LicenseActivationTest} that takes weeks. */
abstract class SilenceStories {
    static final Map<String, Object> ACCEPTS = Map.of("accepted", true, "agreementVersion", "2026-12");

    @Autowired
    Stage stage;

    @Autowired
    Calendar calendar;

    @Autowired
    Silence silence;

    @BeforeEach
    void useEngine(@Autowired ProcessEngine engine) {
        ProcessEngineTests.init(engine);
    }

    @Test
    void the_partner_is_asked_on_the_seventh_working_day_and_the_administrator_can_still_go_on() {
        LocalDate monday = LocalDate.of(2035, 1, 8);
        OrderKey order = silence.ordered("seventh@foundry.example", monday);
        calendar.at(monday.plusDays(8), 19);
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isEmpty();
        calendar.at(monday.plusDays(9), 9);
        assertThat(stage.task(order, HELP_ADMINISTRATOR))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("partner-noordzee"));
        assertThat(stage.process(order))
                .isWaitingAt("ReceiveTask_WaitForSignIn", HELP_ADMINISTRATOR)
                .hasPassed("Message_AdministratorSilent");
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.INVITED);
        List<ReceivedMail> partners = stage.mailsTo(Silence.MAILBOX, order);
        assertThat(partners).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Grace Holloway", "Help ons"));

        assertThat(stage.arrives(ADMIN_FOUNDRY, order, "seventh@foundry.example", false))
                .isEqualTo(Arrival.LET_IN);
        calendar.at(monday.plusDays(9), 10);
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isEmpty();
        assertThat(stage.process(order)).hasPassed("End_AdministratorActed");
        assertThat(stage.task(order)).hasDefinitionKey("UserTask_AcceptOpenLicenseAgreement");
    }

    @Test
    void the_cadence_tightens_until_the_key_dies_and_then_everybody_is_told_what_is_lost() {
        // Ordered five years before, less 61 days.
        LocalDate today = LocalDate.of(2035, 7, 2);
        OrderKey order = silence.ordered("dying@foundry.example", today, LocalDate.of(2030, 9, 1));
        ProcessInstance process = stage.process(order);
        for (LocalDate day = today.plusDays(1); day.isBefore(LocalDate.of(2035, 9, 1)); day = day.plusDays(1)) {
            calendar.at(day, 9);
        }
        List<ReceivedMail> mails = stage.mailsTo("dying@foundry.example", order);
        // The invitation, two reminders, every fifth working day, every third, and each day of the last week.
        assertThat(mails).hasSizeBetween(15, 20);
        assertThat(mails.get(0).text()).contains("The key dies on 1 September 2035");
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.INVITED);

        calendar.at(LocalDate.of(2035, 9, 1), 9);
        assertThat(process).isEnded().hasPassed("End_KeyLapsed");
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.LAPSED);
        assertThat(stage.mailsTo("dying@foundry.example", order).get(0).text())
                .contains("The key of this order has died", "40 × Microsoft 365 Business Standard");
        assertThat(stage.mailsTo(Silence.MAILBOX, order).get(0).text()).contains("De code van deze bestelling");
    }

    @Test
    void an_answer_of_the_partner_that_comes_after_the_administrator_acted_changes_nothing() {
        OrderKey order = silence.untilThePartnerIsAsked("late@foundry.example", LocalDate.of(2035, 1, 29));
        stage.arrives(ADMIN_FOUNDRY, order, "late@foundry.example", false);
        stage.answers(AGENT_NOORDZEE, order, HELP_ADMINISTRATOR, Map.of("outcome", "another"));
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.SIGNED_IN);
        assertThat(stage.process(order)).hasPassed("Error_PartnersHelpRefused");
        calendar.at(LocalDate.of(2035, 2, 7), 10);
        assertThat(stage.task(order)).hasDefinitionKey("UserTask_AcceptOpenLicenseAgreement");
        assertThat(stage.mailsTo(Silence.MAILBOX, order).get(0).text()).contains("uw hulp is niet meer nodig");
    }

    @Test
    void a_partner_who_keeps_the_administrator_begins_the_waiting_anew() {
        LocalDate monday = LocalDate.of(2035, 2, 12);
        OrderKey order = silence.untilThePartnerIsAsked("kept@foundry.example", monday);
        int mails = stage.mailsTo("kept@foundry.example", order).size();
        stage.answers(AGENT_NOORDZEE, order, HELP_ADMINISTRATOR, Map.of());
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isPresent();
        stage.answers(AGENT_NOORDZEE, order, HELP_ADMINISTRATOR, Map.of("outcome", "right"));
        assertThat(stage.process(order))
                .isWaitingAt("ReceiveTask_WaitForSignIn")
                .hasPassed("End_PartnerHelped");
        calendar.at(monday.plusDays(10), 9);
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isEmpty();
        calendar.at(monday.plusDays(11), 9);
        assertThat(stage.mailsTo("kept@foundry.example", order)).hasSize(mails + 1);
    }

    @Test
    void a_partner_who_wants_somebody_else_is_asked_for_the_name_and_the_link_ends() {
        OrderKey order = silence.untilThePartnerIsAsked("gone@foundry.example", LocalDate.of(2035, 3, 5));
        stage.arrives(ADMIN_FOUNDRY, order, "gone@foundry.example", false);
        stage.answers(ADMIN_FOUNDRY, order, "UserTask_AcceptOpenLicenseAgreement", ACCEPTS);
        calendar.at(LocalDate.of(2035, 3, 14), 11);
        for (LocalDate day = LocalDate.of(2035, 3, 15); day.getDayOfMonth() <= 23; day = day.plusDays(1)) {
            calendar.at(day, 9);
        }
        stage.answers(AGENT_NOORDZEE, order, HELP_ADMINISTRATOR, Map.of("outcome", "another"));
        assertThat(stage.process(order)).isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.record(order)).satisfies(activation -> {
            assertThat(activation.escalationReason()).isEqualTo("administrator-silent");
            assertThat(activation.accountId()).isNull();
            assertThat(activation.status()).isEqualTo(ActivationStatus.WITH_PARTNER);
        });
        stage.answers(
                AGENT_NOORDZEE,
                order,
                Map.of("outcome", "named", "name", "Ada", "email", "ada@foundry.example", "language", "en"));
        assertThat(stage.process(order)).isWaitingAt("ReceiveTask_WaitForSignIn");
        assertThat(stage.mailsTo("ada@foundry.example", order)).hasSize(1);
    }

    @Test
    void a_silent_partner_is_reminded_and_then_the_managers_are_asked_and_both_can_act() {
        LocalDate monday = LocalDate.of(2035, 4, 2);
        OrderKey order = silence.untilThePartnerIsAsked("both@foundry.example", monday);
        LocalDate asked = monday.plusDays(9);
        calendar.at(asked.plusDays(1), 9);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(1);
        calendar.at(asked.plusDays(2), 9);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(2);
        calendar.at(asked.plusDays(6), 9);
        assertThat(stage.task(order, HELP_PARTNER))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("managers"));
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isPresent();

        stage.answers(MANAGER, order, HELP_PARTNER, Map.of());
        stage.answers(MANAGER, order, HELP_PARTNER, Map.of("note", "They call the customer tomorrow"));
        calendar.at(asked.plusDays(8), 9);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(stage.task(order, HELP_PARTNER)).isEmpty();
        calendar.at(asked.plusDays(12), 9);
        assertThat(stage.task(order, HELP_PARTNER)).isPresent();

        stage.answers(AGENT_NOORDZEE, order, HELP_ADMINISTRATOR, Map.of("outcome", "right"));
        calendar.at(asked.plusDays(12), 10);
        assertThat(stage.task(order, HELP_PARTNER)).isEmpty();
        assertThat(stage.process(order)).hasPassed("End_ManagerNotNeeded");
    }
}
