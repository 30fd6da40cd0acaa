package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Answer;
import org.activationdesk.activation.AnswerRefused;
import org.activationdesk.activation.Arrival;
import org.activationdesk.activation.HandOvers;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators who cannot go on: a colleague takes over, or everybody waits until they are back. */
abstract class HandOverStories extends OrganisationStories {
    private static final Account DEPUTY = new Account(
            "deputy@foundry.example",
            "Hugh Mercer",
            FOUNDRY,
            UUID.fromString("50000000-0000-4000-9000-000000000099"),
            "en",
            List.of(),
            "a colleague at Northgate Foundry");

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private ActivationLinks links;

    @Test
    void an_administrator_hands_over_and_only_a_colleague_of_the_same_organisation_gets_on() {
        OrderKey order = accepted(document -> {});
        String link = token(order, "admin@foundry.example");
        // Whatever the agreement says or does not say, the tenant of the predecessor counts.
        forgetTenant(order);

        handsOver(order, deputy("deputyName", "Hugh  Mercer"));
        handsOver(order, deputy("deputyName", "Hugh  Mercer"));
        stage.work();

        assertThat(stage.process(order))
                .isWaitingAt("ReceiveTask_WaitForSignIn")
                .hasPassed("Message_HandedOver");
        assertThat(links.find(link)).isEmpty();
        assertThat(stage.record(order)).satisfies(activation -> {
            assertThat(activation.status()).isEqualTo(ActivationStatus.INVITED);
            assertThat(activation.administratorName()).isEqualTo("Hugh Mercer");
            assertThat(activation.accountId()).isNull();
        });
        assertThat(contact(order)).isEqualTo("admin@foundry.example");
        assertThat(stage.mailsTo("admin@foundry.example", order)).hasSize(1);
        assertThat(stage.mailsTo("deputy@foundry.example", order))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.text())
                                .contains("Hello Hugh Mercer,")
                                .contains(
                                        "Grace Holloway has handed this over to you: Northgate Foundry ordered it from Noordzee IT"));

        assertThat(stage.arrives(ADMIN_STRANGER, order, "deputy@foundry.example", true))
                .isEqualTo(Arrival.WRONG_ACCOUNT);
        assertThat(stage.arrives(DEPUTY, order)).isEqualTo(Arrival.LET_IN);
        assertThat(stage.process(order)).isWaitingAt("UserTask_AcceptOpenLicenseAgreement");
        assertThat(stage.task(order)).isAssignedTo(People.id(DEPUTY));
        assertThat(handOvers.find(order, People.id(ADMIN_FOUNDRY))).isPresent();
        assertThat(handOvers.find(order, People.id(ADMIN_STRANGER))).isEmpty();
    }

    @Test
    void an_administrator_who_names_an_absence_is_not_reminded_before_and_the_ladder_goes_on_after() {
        LocalDate monday = LocalDate.of(2036, 4, 28);
        String mailbox = "away@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        // Sunday 11 May; Monday is the day on which it comes to them, as if anew.
        handsOver(order, Map.of("absentUntil", "2036-05-11"));
        handsOver(order, Map.of("absentUntil", "2036-05-11"));
        for (LocalDate day = monday; day.isBefore(LocalDate.of(2036, 5, 14)); day = day.plusDays(1)) {
            calendar.at(day, 19);
        }
        assertThat(stage.mailsTo(mailbox, order)).hasSize(1);
        assertThat(stage.task(order, Silence.HELP_ADMINISTRATOR)).isEmpty();
        calendar.at(LocalDate.of(2036, 5, 14), 9);
        assertThat(stage.mailsTo(mailbox, order)).hasSize(2);
        for (LocalDate day = LocalDate.of(2036, 5, 15);
                day.isBefore(LocalDate.of(2036, 5, 21));
                day = day.plusDays(1)) {
            calendar.at(day, 9);
        }
        assertThat(stage.task(order, Silence.HELP_ADMINISTRATOR)).isEmpty();
        calendar.at(LocalDate.of(2036, 5, 21), 9);
        assertThat(stage.task(order, Silence.HELP_ADMINISTRATOR)).isPresent();
        assertThat(timeline(order)).containsOnlyOnce("ABSENCE_NAMED");
    }

    @Test
    void a_key_that_dies_within_a_month_waits_for_nobody() {
        LocalDate monday = LocalDate.of(2036, 8, 4);
        String mailbox = "too-late@foundry.example";
        // Dies on 28 August.
        OrderKey order = silence.ordered(mailbox, monday, LocalDate.of(2031, 8, 28));
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        handsOver(order, Map.of("absentUntil", "2036-08-24"));
        for (int day = 1; day <= 9; day++) {
            calendar.at(monday.plusDays(day), 9);
        }
        assertThat(stage.mailsTo(mailbox, order)).hasSizeGreaterThan(2);
        assertThat(stage.task(order, Silence.HELP_ADMINISTRATOR)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', hand-over-empty",
        "'', colleague@foundry.example, en, '', deputy-name-missing",
        "Hugh, '', en, '', email-invalid",
        "Hugh, 'a@foundry.example, b@foundry.example', en, '', email-invalid",
        "Hugh, ADMIN@foundry.example, en, '', deputy-is-you",
        "Hugh, deputy@foundry.example, fr, '', language-invalid",
        "Hugh, deputy@foundry.example, en, tomorrow, absence-invalid",
        "'', '', en, 2036-02-30, absence-invalid",
        "'', '', en, 2020-01-01, absence-out-of-range",
        "'', '', en, 2099-01-01, absence-out-of-range"
    })
    void what_cannot_be_taken_changes_nothing(String name, String email, String language, String until, String code) {
        OrderKey order = accepted(document -> {});
        Map<String, Object> fields =
                Map.of("deputyName", name, "deputyEmail", email, "deputyLanguage", language, "absentUntil", until);
        assertThatExceptionOfType(AnswerRefused.class)
                .isThrownBy(() -> handsOver(order, fields))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.AGREEMENT_ACCEPTED);
        assertThat(timeline(order)).doesNotContain("HANDED_OVER", "ABSENCE_NAMED");
    }

    @Test
    void somebody_else_hands_nothing_over_and_after_the_renewal_nobody_does() {
        OrderKey order = accepted(document -> {});
        handOvers.record(order, new Answer(People.id(ADMIN_STRANGER), deputy("deputyName", "Victor")));
        assertThat(stage.record(order).administratorName()).isEqualTo("Grace Holloway");
        stage.answers(ADMIN_FOUNDRY, order, CheckStories.RENEWS);
        assertThatExceptionOfType(AnswerRefused.class)
                .isThrownBy(() -> handsOver(order, deputy("deputyName", "Hugh")))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("deputy-too-late"));
    }

    /** A purchase whose administrator has signed in and accepted the agreement. */
    OrderKey accepted(Consumer<ObjectNode> changes) {
        OrderKey order = stage.purchase(KNOWN, changes);
        stage.arrives(ADMIN_FOUNDRY, order);
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        return order;
    }

    private void handsOver(OrderKey order, Map<String, Object> fields) {
        handOvers.record(order, new Answer(People.id(ADMIN_FOUNDRY), fields));
    }

    private static Map<String, Object> deputy(String field, String value) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("deputyEmail", "deputy@foundry.example", "deputyLanguage", "en"));
        fields.put(field, value);
        return fields;
    }

    private String token(OrderKey order, String mailbox) {
        return stage.mailsTo(mailbox, order).get(0).links().stream()
                .filter(link -> link.contains("/activate/"))
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }

    private void forgetTenant(OrderKey order) {
        stage.database
                .sql("update agreement set tenant_id = null where id = ?")
                .param(stage.record(order).agreementId())
                .update();
    }

    private String contact(OrderKey order) {
        return stage.database
                .sql("select email from contact where agreement_id = ? and role = 'ONLINE_ADMINISTRATOR'")
                .param(stage.record(order).agreementId())
                .query(String.class)
                .single();
    }

    private List<String> timeline(OrderKey order) {
        return stage.database
                .sql("select event from timeline where order_key = ? order by id")
                .param(order.toString())
                .query(String.class)
                .list();
    }
}
