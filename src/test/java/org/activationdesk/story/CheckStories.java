package org.activationdesk.story;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the admin center shows after the renewal, at once or up to a day later, and what becomes of a difference. */
abstract class CheckStories extends HandOverStories {
    static final Map<String, Object> RENEWS = Map.of("effect", "renew", "route", "link", "effectConfirmed", true);

    static final String CHECK = "UserTask_CheckSubscription";

    @Autowired
    private Activations activations;

    @Test
    void what_the_admin_center_shows_is_asked_again_until_it_is_there() {
        OrderKey order = renewed(document -> {});
        ProcessInstance process = stage.process(order);
        assertThat(process).isWaitingAt(CHECK);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.RENEWED);
        assertThat(stage.task(order)).isAssignedTo(People.id(ADMIN_FOUNDRY));

        stage.answers(ADMIN_FOUNDRY, order, Map.of("visible", "notYet"));
        assertThat(process).isWaitingAt(CHECK);
        assertThat(events(order)).contains("CHANGE_NOT_VISIBLE_YET").doesNotContain("DIFFERENCE_FOUND");

        stage.answers(ADMIN_FOUNDRY, order, sees("2027-12-31", 40, "foundry.example", false));
        assertThat(process).isEnded().hasPassed("End_SubscriptionActive");
        assertThat(stage.record(order)).satisfies(activation -> {
            assertThat(activation.status()).isEqualTo(ActivationStatus.ACTIVE);
            assertThat(seen(activation)).isEqualTo("2027-12-31 40 foundry.example");
        });
        assertThat(stage.mailsTo("admin@foundry.example", order).get(0).text())
                .contains("What the admin center shows: end date 31 December 2027, seats: 40, domain foundry.example");
    }

    @Test
    void a_difference_becomes_a_problem_of_the_partner_or_the_managers_and_is_checked_again() {
        OrderKey order = renewed(document -> {});
        stage.answers(ADMIN_FOUNDRY, order, sees("2026-12-31", 80, "foundry.example", false));
        assertThat(stage.task(order)).hasDefinitionKey(CHECK);
        assertThat(stage.refusal(order)).contains("31 December 2026").contains("80");
        assertThat(stage.form(order, CHECK))
                .containsEntry("visible", "yes")
                .containsEntry("seenEndDate", "2026-12-31")
                .containsEntry("seenDomain", "foundry.example")
                .doesNotContainKey("reallySeen");
        assertThat(stage.record(order).seenEndDate()).isNull();

        stage.answers(ADMIN_FOUNDRY, order, sees("2026-12-31", 80, "foundry.example", true));
        stage.work();
        assertThat(stage.process(order)).isWaitingAt(CHECK, RESOLVE);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.RENEWED);
        assertThat(difference(order))
                .startsWith("F19: renew, expected 2027-12-31, 40, foundry.example; seen 2026-12-31, 80");
        assertThat(stage.task(order, RESOLVE))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("partner-noordzee"));

        stage.answers(ADMIN_FOUNDRY, order, CHECK, sees("2027-12-31", 40, "stranger.example", true));
        stage.work();
        assertThat(difference(order)).startsWith("F11: ");
        assertThat(stage.task(order, RESOLVE))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("managers"));

        stage.answers(ADMIN_FOUNDRY, order, CHECK, sees("2028-01-01", 40, "Foundry.Example", false));
        assertThat(stage.process(order)).isNull();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(problems.open(order)).isEmpty();
    }

    @Test
    void nothing_to_see_after_a_day_is_a_fault_of_the_portal() {
        OrderKey order = renewed(document -> {});
        stage.database
                .sql("update activation set renewed_at = renewed_at - interval '25 hours' where order_key = ?")
                .param(order.toString())
                .update();
        stage.answers(ADMIN_FOUNDRY, order, Map.of("visible", "notYet"));
        stage.answers(ADMIN_FOUNDRY, order, CHECK, Map.of("visible", "notYet"));
        assertThat(stage.process(order)).isWaitingAt(CHECK, "Timer_WaitingTimeOver");
        assertThat(difference(order)).startsWith("F18: not visible since ");
        assertThat(events(order)).containsOnlyOnce("PROBLEM_REPORTED");
    }

    @Test
    void where_the_partner_told_nothing_of_the_subscription_only_the_domain_is_compared() {
        OrderKey order = renewed(document -> document.remove("subscription"));
        stage.answers(ADMIN_FOUNDRY, order, sees("2029-05-01", 7, "stranger.example", false));
        assertThat(stage.task(order)).hasDefinitionKey(CHECK);
        stage.answers(ADMIN_FOUNDRY, order, sees("2029-05-01", 7, "foundry.example", false));
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
    }

    @Test
    void added_seats_keep_the_end_date_and_what_is_seen_too_early_is_asked_later() {
        OrderKey order = accepted(document -> {});
        Map<String, Object> adds = new HashMap<>(renewsAndSees("2026-12-31", 40, "foundry.example"));
        adds.put("effect", "addSeats");
        stage.answers(ADMIN_FOUNDRY, order, adds);
        assertThat(stage.task(order)).hasDefinitionKey(CHECK);
        assertThat(stage.form(order, CHECK).get("seen").toString())
                .startsWith("You filled in\\: end date 31 December 2026\\, seats\\: 40\\, domain foundry\\.example")
                .contains("not what we expect yet");
        stage.answers(ADMIN_FOUNDRY, order, sees("2026-12-31", 80, "foundry.example", false));
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
    }

    @Test
    void what_no_form_sends_is_refused() {
        OrderKey order = accepted(document -> {});
        Map<String, Object> renews = new HashMap<>(renewsAndSees("31 December", 40, "foundry.example"));
        stage.answers(ADMIN_FOUNDRY, order, renews);
        assertThat(stage.refusal(order)).contains("31 December");
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.AGREEMENT_ACCEPTED);
        stage.answers(ADMIN_FOUNDRY, order, RENEWS);

        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("visible", "yes"),
                Map.of("visible", "yes", "seenEndDate", "2027-12-31", "seenSeats", 40),
                Map.of("visible", "yes", "changeSeen", true),
                sees("0000-12-31", 40, "foundry.example", true),
                sees("2027-12-31", 0, "foundry.example", true),
                sees("2027-12-31", "40,5", "foundry.example", true),
                sees("30-02-2028", 40, "foundry.example", true),
                sees("3/4/2028", 40, "foundry.example", true),
                sees("2027-12-31", 4e10, "foundry.example", true),
                sees("2027-12-31", 40, "no domain", true))) {
            stage.answers(ADMIN_FOUNDRY, order, bad);
            assertThat(stage.task(order)).hasDefinitionKey(CHECK);
            assertThat(stage.refusal(order)).as(bad.toString()).isNotBlank();
        }
        assertThat(events(order)).doesNotContain("CHANGE_CHECKED");
    }

    @Test
    void a_check_that_nobody_makes_is_reminded_of_and_then_the_partner_is_asked() {
        LocalDate monday = LocalDate.of(2036, 6, 9);
        String mailbox = "forgets@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        stage.answers(ADMIN_FOUNDRY, order, RENEWS);
        for (int day = 1; day <= 9; day++) {
            calendar.at(monday.plusDays(day), 9);
        }
        assertThat(stage.mailsTo(mailbox, order)).hasSize(3).first().satisfies(mail -> assertThat(mail.text())
                .contains("Check in the admin center whether it has worked")
                .doesNotContain("The key dies"));
        assertThat(stage.task(order, Silence.HELP_ADMINISTRATOR)).isPresent();

        stage.answers(ADMIN_FOUNDRY, order, CHECK, sees("2027-12-31", 40, "foundry.example", false));
        calendar.at(monday.plusDays(9), 10);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(stage.process(order)).isNull();
    }

    private OrderKey renewed(Consumer<ObjectNode> changes) {
        OrderKey order = accepted(changes);
        stage.answers(ADMIN_FOUNDRY, order, RENEWS);
        return order;
    }

    static Map<String, Object> renewsAndSees(String endDate, int seats, String domain) {
        Map<String, Object> fields = new HashMap<>(RENEWS);
        fields.putAll(Map.of("seenEndDate", endDate, "seenSeats", seats, "seenDomain", domain));
        return fields;
    }

    static Map<String, Object> sees(String endDate, Object seats, String domain, boolean really) {
        return Map.of(
                "visible", "yes",
                "seenEndDate", endDate,
                "seenSeats", seats,
                "seenDomain", domain,
                "reallySeen", really);
    }

    static String seen(Activation activation) {
        return activation.seenEndDate() + " " + activation.seenSeats() + " " + activation.seenDomain();
    }

    List<String> events(OrderKey order) {
        return activations.timeline(order).stream()
                .map(entry -> entry.event().name())
                .toList();
    }

    private String difference(OrderKey order) {
        return activations.timeline(order).stream()
                .filter(entry -> entry.event().name().equals("DIFFERENCE_FOUND"))
                .map(TimelineEntry::detail)
                .reduce((first, second) -> second)
                .orElse("");
    }
}
