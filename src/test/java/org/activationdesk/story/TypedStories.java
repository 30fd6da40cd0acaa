package org.activationdesk.story;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.purchase.OrderKey;
import org.junit.jupiter.api.Test;

/** What somebody typed is not lost: neither with a refusal, nor because a part of it is still missing. */
abstract class TypedStories extends CheckStories {
    private static final String RENEW = "UserTask_RenewSubscription";

    @Test
    void what_was_filled_in_with_the_renewal_is_kept_and_the_check_says_what_is_missing() {
        OrderKey order = accepted(document -> {});
        Map<String, Object> partly = new HashMap<>(RENEWS);
        partly.putAll(Map.of("seenEndDate", "31 December 2027", "seenSeats", "40", "seenDomain", " "));
        stage.answers(ADMIN_FOUNDRY, order, partly);
        assertThat(stage.task(order)).hasDefinitionKey(CHECK);
        assertThat(seen(stage.record(order))).isEqualTo("2027-12-31 40 null");
        assertThat(events(order)).doesNotContain("CHANGE_CHECKED");
        assertThat(stage.form(order, CHECK))
                .containsEntry("seenEndDate", "31 December 2027")
                .containsEntry("seenSeats", "40")
                .containsEntry("seenDomain", null)
                .hasEntrySatisfying("seen", words -> assertThat(words.toString())
                        .contains("end date 31 December 2027\\, seats\\: 40")
                        .contains("Still missing\\: the domain"));

        stage.answers(ADMIN_FOUNDRY, order, sees("31 December 2027", "40", "", false));
        assertThat(stage.refusal(order)).contains("domain").contains("is missing");
        stage.answers(ADMIN_FOUNDRY, order, sees("31 December 2027", "40", "foundry.example", false));
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
    }

    @Test
    void a_refused_answer_comes_back_with_what_was_typed_and_without_what_was_confirmed() {
        OrderKey order = accepted(document -> {});
        Map<String, Object> fraction = new HashMap<>(renewsAndSees("31 januari 2028", 1, "foundry.example"));
        fraction.put("seenSeats", "25,5");
        stage.answers(ADMIN_FOUNDRY, order, fraction);
        assertThat(stage.refusal(order)).contains("25").contains("for example 25");
        assertThat(stage.form(order, RENEW))
                .containsEntry("effect", "renew")
                .containsEntry("route", "link")
                .containsEntry("seenEndDate", "31 januari 2028")
                .containsEntry("seenSeats", "25,5")
                .doesNotContainKey("effectConfirmed");

        Map<String, Object> forged = new HashMap<>(RENEWS);
        forged.put("portalUrl", "https://stranger.example/");
        stage.answers(ADMIN_FOUNDRY, order, forged);
        assertThat(stage.form(order, RENEW).get("portalUrl").toString()).doesNotContain("stranger");

        Map<String, Object> key = new HashMap<>(fraction);
        key.put("seenDomain", "BCDFG-HJKMP-QRTVW-XY234-6789B");
        stage.answers(ADMIN_FOUNDRY, order, key);
        assertThat(stage.form(order, RENEW).get("seenDomain").toString()).doesNotContain("HJKMP");
        key.put("seenDomain", "a".repeat(5000));
        stage.answers(ADMIN_FOUNDRY, order, key);
        assertThat(stage.form(order, RENEW)).doesNotContainKey("seenDomain");
    }
}
