package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.activationdesk.activation.Arrival;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.Mailboxes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether the account that signs in belongs to the customer, where the agreement names no tenant. */
abstract class OrganisationStories extends ReporterStories {
    @Autowired
    private Mailboxes mailboxes;

    @Test
    void a_proven_domain_that_is_the_contacts_needs_only_the_administrators_own_word() {
        OrderKey order = stage.purchase(KNOWN, document -> document.remove("tenant"));
        assertThat(stage.arrives(ADMIN_FOUNDRY, order)).isEqualTo(Arrival.CONFIRM_ORGANISATION);
        assertThat(stage.process(order)).isWaitingAt("ReceiveTask_WaitForSignIn");
        assertThat(stage.arrives(ADMIN_FOUNDRY, order, "admin@foundry.example", true))
                .isEqualTo(Arrival.LET_IN);
        assertThat(stage.record(order).tenantId()).isEqualTo(ADMIN_FOUNDRY.tenant());
    }

    @Test
    void another_domain_is_confirmed_by_the_partner_before_the_administrator_goes_on() {
        OrderKey order = stage.purchase(KNOWN, document -> document.remove("tenant"));
        assertThat(stage.arrives(ADMIN_STRANGER, order, "admin@foundry.example", true))
                .isEqualTo(Arrival.PARTNER_ASKED);
        assertThat(stage.process(order)).isWaitingAt("UserTask_ConfirmOrganisation");

        stage.answers(AGENT_NOORDZEE, order, Map.of("outcome", "yes"));
        assertThat(stage.process(order)).isWaitingAt("UserTask_AcceptOpenLicenseAgreement");
        assertThat(stage.mailsTo("admin@foundry.example", order)).hasSize(2);
        assertThat(stage.arrives(ADMIN_STRANGER, order, "admin@foundry.example", false))
                .isEqualTo(Arrival.LET_IN);
    }

    @Test
    void an_administrator_whom_the_go_ahead_cannot_reach_is_a_question_to_the_partner() {
        String mailbox = "short-lived@foundry.example";
        OrderKey order = stage.purchase(KNOWN, document -> {
            document.remove("tenant");
            ((ObjectNode) document.withArray("contacts").get(0)).put("email", mailbox);
        });
        stage.arrives(ADMIN_STRANGER, order, mailbox, true);
        mailboxes.gone(mailbox);
        stage.answers(AGENT_NOORDZEE, order, Map.of("outcome", "yes"));
        assertThat(stage.process(order))
                .hasPassed("Message_EmailBounced")
                .isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.record(order)).satisfies(activation -> {
            assertThat(activation.escalationReason()).isEqualTo("recipient-rejected");
            assertThat(activation.accountId()).isNull();
        });
    }

    @Test
    void an_account_that_is_not_the_customers_is_turned_away_by_the_partner() {
        OrderKey order = stage.purchase(KNOWN, document -> document.remove("tenant"));
        stage.arrives(ADMIN_STRANGER, order, "admin@foundry.example", true);
        stage.answers(AGENT_NOORDZEE, order, Map.of("outcome", "no"));
        assertThat(stage.process(order)).isWaitingAt("ReceiveTask_WaitForSignIn");
        assertThat(stage.record(order).accountId()).isNull();
    }
}
