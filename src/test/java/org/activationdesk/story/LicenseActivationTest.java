package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.story.Stage.UNKNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.util.Map;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Arrival;
import org.activationdesk.activation.Invitations;
import org.activationdesk.activation.Withdrawals;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The stories of the process license-activation: together they pass every node and every flow of the model. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class, TrueMemory.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicenseActivationTest extends TypedStories {
    @Autowired
    private Invitations invitations;

    @Autowired
    private Withdrawals withdrawals;

    @AfterAll
    void every_node_and_flow_was_passed(@Autowired FlowCoverage coverage, @Autowired HistoryService history) {
        coverage.isComplete(Bpmn.readModelFromFile(new File("processes/license-activation.bpmn")), history);
    }

    @Test
    void a_known_administrator_signs_in_accepts_and_renews() {
        OrderKey order = stage.purchase(KNOWN);
        ProcessInstance process = stage.process(order);
        assertThat(process).isWaitingAt("ReceiveTask_WaitForSignIn");
        statusIs(order, ActivationStatus.INVITED);
        assertThat(stage.arrives(ADMIN_FOUNDRY, order)).isEqualTo(Arrival.LET_IN);
        assertThat(process).isWaitingAt("UserTask_AcceptOpenLicenseAgreement");
        assertThat(stage.task(order)).isAssignedTo(People.id(ADMIN_FOUNDRY));

        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        assertThat(process).isWaitingAt("UserTask_RenewSubscription");
        stage.answers(ADMIN_FOUNDRY, order, renewsAndSees("2027-12-31", 40, "foundry.example"));
        assertThat(process).isEnded().hasPassed("End_SubscriptionActive");
        statusIs(order, ActivationStatus.ACTIVE);
        assertThat(stage.mailsTo("admin@foundry.example", order)).hasSize(2);
        assertThat(stage.mailsTo("licenties@noordzee.example", order)).hasSize(1);
    }

    @Test
    void an_unknown_administrator_is_named_by_the_partner() {
        OrderKey order = stage.purchase(UNKNOWN);
        assertThat(stage.process(order)).isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.task(order)).hasCandidateGroup("partner-noordzee");
        assertThat(stage.mailsTo("licenties@noordzee.example", order)).hasSize(1);

        stage.answers(AGENT_NOORDZEE, order, named("Joris de Vries", "admin@bakkerij.example", "nl"));

        assertThat(stage.process(order)).isWaitingAt("ReceiveTask_WaitForSignIn");
        assertThat(stage.record(order).administratorEmail()).isEqualTo("admin@bakkerij.example");
        assertThat(stage.mailsTo("admin@bakkerij.example", order)).hasSize(1);
        assertThat(stage.arrives(ADMIN_BAKKERIJ, order)).isEqualTo(Arrival.LET_IN);
        assertThat(stage.task(order).getName()).startsWith("Accepteer de overeenkomst: 25 × Microsoft 365");
    }

    @Test
    void a_partner_can_withdraw_the_purchase_instead() {
        OrderKey order = stage.purchase(UNKNOWN);
        ProcessInstance process = stage.process(order);
        stage.answers(AGENT_NOORDZEE, order, Map.of("outcome", "withdrawn", "note", "Cancelled by the customer"));
        assertThat(process).isEnded().hasPassed("End_PurchaseWithdrawn");
        statusIs(order, ActivationStatus.WITHDRAWN);
    }

    @Test
    void a_manager_finds_the_right_partner_who_is_then_asked() {
        OrderKey order = stage.purchase(UNKNOWN);
        stage.answers(AGENT_NOORDZEE, order, Map.of("outcome", "notOurCustomer", "note", "Moved to another partner"));
        assertThat(stage.process(order)).isWaitingAt("UserTask_FindTheRightPartner");
        assertThat(stage.task(order)).hasCandidateGroup("managers");

        stage.answers(MANAGER, order, Map.of("outcome", "found", "partnerId", "zuiderlicht"));
        assertThat(stage.process(order)).isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.task(order)).hasCandidateGroup("partner-zuiderlicht");
        assertThat(stage.mailsTo("licensing@zuiderlicht.example", order)).hasSize(1);
    }

    @Test
    void a_manager_who_finds_nobody_ends_the_purchase() {
        OrderKey order = stage.purchase(UNKNOWN);
        ProcessInstance process = stage.process(order);
        stage.answers(AGENT_NOORDZEE, order, Map.of("outcome", "notOurCustomer"));
        stage.answers(MANAGER, order, Map.of("outcome", "nobody", "note", "No partner knows this customer"));
        assertThat(process).isEnded().hasPassed("End_NobodysPurchase");
        statusIs(order, ActivationStatus.WITHDRAWN);
    }

    @Test
    void somebody_who_is_not_the_administrator_sends_the_question_to_the_partner() {
        OrderKey order = stage.purchase(KNOWN);
        assertThat(invitations.notTheAdministrator(order, "Ask Bob")).isTrue();
        stage.work();
        assertThat(stage.process(order))
                .hasPassed("Message_NotTheAdministrator")
                .isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.record(order).escalationReason()).isEqualTo("not-the-administrator");
    }

    @Test
    void a_recipient_that_the_mail_server_refuses_is_a_question_to_the_partner() {
        OrderKey order = stage.purchase(KNOWN, document -> contact(document).put("email", "gone@rejected.example"));
        assertThat(stage.process(order))
                .hasPassed("Message_EmailBounced")
                .isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.mailsTo("licenties@noordzee.example", order).get(0).text())
                .contains("gone@rejected.example");
    }

    @Test
    void a_bounced_mail_is_a_question_to_the_partner() {
        OrderKey order = stage.purchase(KNOWN, document -> contact(document).put("email", "left@bounces.example"));
        assertThat(stage.process(order)).isWaitingAt("ReceiveTask_WaitForSignIn");
        await().until(() -> "bounced".equals(stage.record(order).escalationReason()));
        stage.work();
        assertThat(stage.process(order))
                .hasPassed("Message_EmailBounced")
                .isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.mailsTo("licenties@noordzee.example", order).get(0).text())
                .contains("left@bounces.example");
    }

    @Test
    void a_withdrawn_purchase_stops_whatever_is_waiting() {
        OrderKey order = stage.purchase(KNOWN);
        ProcessInstance process = stage.process(order);
        withdrawals.withdraw(order, "noordzee-orders", "Ordered twice");
        assertThat(process).isEnded().hasPassed("End_ActivationStopped");
        statusIs(order, ActivationStatus.WITHDRAWN);
    }

    @Test
    void every_refused_answer_brings_its_task_back_with_the_reason() {
        OrderKey asked = stage.purchase(UNKNOWN);
        comesBack(AGENT_NOORDZEE, asked, Map.of("outcome", "named", "name", "A", "email", "no address"));
        stage.answers(AGENT_NOORDZEE, asked, Map.of("outcome", "notOurCustomer"));
        comesBack(MANAGER, asked, Map.of("outcome", "found", "partnerId", "nobody"));

        OrderKey order = stage.purchase(KNOWN, document -> document.remove("tenant"));
        stage.arrives(ADMIN_STRANGER, order, "admin@foundry.example", true);
        comesBack(AGENT_NOORDZEE, order, Map.of());
        stage.answers(AGENT_NOORDZEE, order, Map.of("outcome", "yes"));
        comesBack(ADMIN_STRANGER, order, Map.of("accepted", false));
        stage.answers(ADMIN_STRANGER, order, ACCEPTS);
        comesBack(ADMIN_STRANGER, order, Map.of("effect", "renew", "route", "link"));
    }

    private void comesBack(org.activationdesk.tryout.signin.Account who, OrderKey order, Map<String, Object> fields) {
        String task = stage.task(order).getTaskDefinitionKey();
        ActivationStatus before = stage.record(order).status();
        stage.answers(who, order, fields);
        assertThat(stage.task(order)).hasDefinitionKey(task);
        assertThat(stage.refusal(order)).isNotBlank();
        statusIs(order, before);
    }

    private void statusIs(OrderKey order, ActivationStatus status) {
        assertThat(stage.record(order).status()).isEqualTo(status);
    }

    private static Map<String, Object> named(String name, String email, String language) {
        return Map.of("outcome", "named", "name", name, "email", email, "language", language);
    }

    private static ObjectNode contact(ObjectNode document) {
        return (ObjectNode) document.withArray("contacts").get(0);
    }
}
