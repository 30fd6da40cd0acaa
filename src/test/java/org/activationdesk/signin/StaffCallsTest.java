package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.activationdesk.activation.Withdrawals;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.Mailboxes;
import org.activationdesk.tryout.signin.Account;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What managers and engineers see, do and must not do, by the calls of Cockpit and Tasklist. */
class StaffCallsTest extends SignInTest {

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    JdbcClient database;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Inbox inbox;

    @Test
    void aManagerWatchesAndDoesNotAct() {
        administratorsTask(ADMIN_FOUNDRY);
        Visitor manager = signedIn(MANAGER);
        assertThat(manager.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(manager.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(manager.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics?maxResults=50")
                        .body())
                .contains("license-activation");
        assertThat(manager.call("POST", ENGINE + "process-instance?maxResults=50", "{}")
                        .body())
                .contains("license-activation");
        assertThat(manager.call("POST", ENGINE + "task/count", "{}").body()).doesNotContain("\"count\":0");
    }

    @Test
    void neitherManagersNorEngineersClaimCompleteOrReassignTheTasksOfOthers() {
        for (String task : List.of(administratorsTask(ADMIN_FOUNDRY), partnersTask())) {
            String assignee =
                    tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
            for (Account person : List.of(MANAGER, ENGINEER)) {
                Visitor visitor = signedIn(person);
                String self = "{\"userId\":\"" + person.id() + "\"}";
                Map<String, String> calls = Map.of(
                        "claim",
                        self,
                        "unclaim",
                        "",
                        "assignee",
                        self,
                        "delegate",
                        self,
                        "identity-links",
                        self.replace("}", ",\"type\":\"candidate\"}"),
                        "submit-form",
                        "{}",
                        "resolve",
                        "{}",
                        "complete",
                        "{}");
                calls.forEach(
                        (call, body) -> assertThat(visitor.call("POST", ENGINE + "task/" + task + "/" + call, body)
                                        .statusCode())
                                .as(person.username() + " " + call)
                                .isEqualTo(403));
            }
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isEqualTo(assignee);
        }
    }

    /** A second process would mail a second link and make the first one useless; a loose task could say anything to a customer. */
    @Test
    void nobodyStartsASecondProcessOrMakesALooseTask() {
        OrderKey order = order(administratorsTask(ADMIN_FOUNDRY));
        String process = process(order).getProcessDefinitionId();
        String instance = process(order).getId();
        String ended = ended();
        String key = "{\"businessKey\":\"" + order + "\"}";
        for (Account person : List.of(MANAGER, ENGINEER)) {
            Visitor visitor = signedIn(person);
            Map<String, String> calls = Map.of(
                    "process-definition/key/license-activation/start",
                    key,
                    "process-definition/" + process + "/start",
                    key,
                    "process-definition/key/license-activation/submit-form",
                    key,
                    "process-definition/key/mail-redelivery/start",
                    key,
                    "process-definition/" + process + "/restart",
                    "{\"processInstanceIds\":[\"" + ended + "\"],\"instructions\":[{\"type\":\"startBeforeActivity\","
                            + "\"activityId\":\"ServiceTask_SendActivationEmail\"}]}",
                    "process-instance/" + instance + "/modification",
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\","
                            + "\"activityId\":\"ServiceTask_SendActivationEmail\"}]}",
                    "message",
                    key.replace("{", "{\"messageName\":\"purchase.received\","),
                    "task/create",
                    "{\"name\":\"Send us your product key\",\"assignee\":\"" + ADMIN_FOUNDRY.id() + "\"}");
            calls.forEach((call, body) -> assertThat(
                            visitor.call("POST", ENGINE + call, body).statusCode())
                    .as(person.username() + " " + call)
                    .isEqualTo(403));
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.toString())
                        .count())
                .isOne();
        assertThat(tasks.createTaskQuery().taskName("Send us your product key").count())
                .isZero();
    }

    /** The process of an order that was withdrawn. */
    private String ended() {
        OrderKey order = order(partnersTask());
        String process = process(order).getId();
        withdrawals.withdraw(order, "noordzee-orders", "Sold by mistake");
        return process;
    }

    @Test
    void anEngineerCreatesWhatNobodyElseDoes() {
        Visitor engineer = signedIn(ENGINEER);
        assertThat(engineer.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
        String filter = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"owner\":null,\"query\":{},\"properties\":{}}";
        assertThat(engineer.call("POST", ENGINE + "filter/create", filter).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEngineerPausesAndGoesOn() {
        String task = administratorsTask(ADMIN_FOUNDRY);
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        Visitor engineer = signedIn(ENGINEER);
        String path = ENGINE + "process-instance/" + instance + "/suspended";
        assertThat(engineer.call("PUT", path, "{\"suspended\":true}").statusCode())
                .isEqualTo(204);
        assertThat(engineer.call("PUT", path, "{\"suspended\":false}").statusCode())
                .isEqualTo(204);
        assertThat(signedIn(MANAGER).call("PUT", path, "{\"suspended\":true}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEngineerRetriesTheMailThatCouldNotBeSent() {
        OrderKey order = whoseMailCannotBeSent();
        Job job = job(order);
        String incidents = ENGINE + "incident?maxResults=5&processInstanceId=" + job.getProcessInstanceId();
        String retries = ENGINE + "job/" + job.getId() + "/retries";
        Visitor manager = signedIn(MANAGER);
        Visitor engineer = signedIn(ENGINEER);
        assertThat(manager.get(incidents).body()).contains("failedJob", job.getId());
        assertThat(manager.call("PUT", retries, "{\"retries\":1}").statusCode()).isEqualTo(403);
        assertThat(manager.call("POST", ENGINE + "job/" + job.getId() + "/execute", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(job(order).getRetries()).isZero();

        assertThat(engineer.get(incidents).body()).contains("failedJob", job.getId());
        assertThat(engineer.call("PUT", retries, "{\"retries\":1}").statusCode())
                .isEqualTo(204);
        assertThat(engineer.get(incidents).body()).isEqualTo("[]");
        // The job is not due before a minute after it failed last.
        assertThat(engineer.call("POST", "/clock?plus=PT1M", "").statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(inbox.mailsTo("licenties@noordzee.example"))
                .filteredOn(mail -> mail.text().matches("(?s).*\\b" + order.number() + "\\b.*"))
                .hasSize(1));
    }

    /** All attempts have failed, because the mail server asked to be tried again each time. */
    private OrderKey whoseMailCannotBeSent() {
        mailboxes.busy("licenties@noordzee.example");
        try {
            OrderKey order = purchase("unknown");
            await().ignoreExceptions().until(() -> job(order).getExceptionMessage() != null);
            while (job(order).getRetries() > 0) {
                assertThatThrownBy(() -> jobs.executeJob(job(order).getId())).hasMessageContaining("451");
            }
            return order;
        } finally {
            mailboxes.free("licenties@noordzee.example");
        }
    }

    private Job job(OrderKey order) {
        String mail = database.sql("select id from mail where order_key = ? and kind = 'ESCALATION'")
                .param(order.toString())
                .query(UUID.class)
                .single()
                .toString();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(mail, "mail-redelivery")
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).singleResult();
    }
}
