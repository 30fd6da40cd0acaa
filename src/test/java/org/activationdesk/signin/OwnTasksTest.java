package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.COLLEAGUE_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.signin.Account;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What administrators and partners do with their tasks, and do not with those of others, by the calls of Tasklist. */
class OwnTasksTest extends SignInTest {
    private static final String OUR_CUSTOMERS = "Our customers / Onze klanten";

    @Test
    void anAdministratorWorksOnOwnTasks() {
        String task = administratorsTask(ADMIN_FOUNDRY);
        Visitor foundry = signedIn(ADMIN_FOUNDRY);
        String process = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        assertThat(list(foundry, "My tasks / Mijn taken")).contains(task);
        assertThat(foundry.get(ENGINE + "task/" + task + "/form-variables").statusCode())
                .isEqualTo(200);
        assertThat(foundry.get(ENGINE + "process-definition?latestVersion=true&maxResults=50")
                        .body())
                .contains("license-activation");
        assertThat(foundry.call("POST", ENGINE + "task/" + task + "/unclaim", "")
                        .statusCode())
                .isEqualTo(403);
        String accepts = "{\"variables\":{\"accepted\":{\"value\":true},\"agreementVersion\":{\"value\":\"2026-12\"}}}";
        assertThat(foundry.call("POST", ENGINE + "task/" + task + "/submit-form", accepts)
                        .statusCode())
                .isIn(200, 204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(process)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("UserTask_RenewSubscription");
    }

    @Test
    void nobodySeesOrTouchesTheTasksOfOthers() {
        String task = partnersTask();
        for (Account stranger : List.of(COLLEAGUE_BAKKERIJ, AGENT_ZUIDERLICHT)) {
            Visitor visitor = signedIn(stranger);
            // Other tests share this desk, so there may be tasks of the visitor's own.
            assertThat(visitor.get(ENGINE + "task?maxResults=500").body()).doesNotContain(task);
            assertThat(visitor.get(ENGINE + "task/" + task).statusCode()).isIn(403, 404);
            assertThat(visitor.call("POST", ENGINE + "task/" + task + "/claim", "{}")
                            .statusCode())
                    .isIn(403, 404);
            assertThat(visitor.call("POST", ENGINE + "task/" + task + "/submit-form", "{}")
                            .statusCode())
                    .isIn(403, 404);
            assertThat(visitor.get(ENGINE + "history/user-operation?maxResults=50")
                            .body())
                    .isEqualTo("[]");
        }
    }

    /** The engine would let the claim stand in the name that the call carries. */
    @Test
    void peopleClaimForThemselvesOnly() {
        String task = partnersTask();
        Visitor noordzee = signedIn(AGENT_NOORDZEE);
        assertThat(list(noordzee, OUR_CUSTOMERS)).contains(task);
        String other = "{\"userId\":\"" + AGENT_ZUIDERLICHT.id() + "\"}";
        assertThat(noordzee.call("POST", ENGINE + "task/" + task + "/claim", other)
                        .statusCode())
                .isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(AGENT_NOORDZEE.id());
        assertThat(list(noordzee, OUR_CUSTOMERS)).contains(task);
        assertThat(noordzee.call("POST", ENGINE + "task/" + task + "/unclaim", "")
                        .statusCode())
                .isEqualTo(204);
    }

    /** A list would ask the record about each of its tasks for something that it does not show. */
    @Test
    void aTaskNamesItsFormAndAListDoesNot() {
        String task = partnersTask();
        Visitor noordzee = signedIn(AGENT_NOORDZEE);
        assertThat(list(noordzee, OUR_CUSTOMERS)).contains(task).doesNotContain("name-administrator-");
        assertThat(noordzee.get(ENGINE + "task/" + task).body()).contains("\"key\":\"name-administrator-en\"");
        assertThat(noordzee.get(ENGINE + "task/" + task + "/form").body()).contains("name-administrator-en");
    }

    @Test
    void aCustomerCannotListOtherPeople() {
        signedIn(AGENT_ZUIDERLICHT);
        Visitor foundry = signedIn(ADMIN_FOUNDRY);
        assertThat(foundry.get(ENGINE + "user?maxResults=50").body())
                .contains("Grace")
                .doesNotContain("Lucas");
        assertThat(foundry.get(ENGINE + "user/count").body()).isEqualTo("{\"count\":1}");
        assertThat(foundry.get(ENGINE + "group?maxResults=50").body())
                .contains("Online administrators")
                .doesNotContain("Noordzee");
        Visitor manager = signedIn(MANAGER);
        assertThat(manager.get(ENGINE + "user?memberOfGroup=partner-zuiderlicht&maxResults=50")
                        .body())
                .contains("\"firstName\":\"Lucas\",\"lastName\":\"Peeters\"")
                .doesNotContain("Grace");
        assertThat(manager.get(ENGINE + "user?firstNameLike=%25UCA%25&maxResults=1")
                        .body())
                .contains("Lucas");
        assertThat(manager.get(ENGINE + "group?nameLike=%25oordzee%25&maxResults=50")
                        .body())
                .contains("Noordzee IT");
        assertThat(manager.get(ENGINE + "identity/groups?userId=" + MANAGER.id())
                        .body())
                .contains("Managers");
    }

    /** By the two criteria of Tasklist's search that know it: the task's name, and the key of the process. */
    @Test
    void everybodyFindsTasksByOrderNumber() {
        String administrators = administratorsTask(ADMIN_FOUNDRY);
        String partners = partnersTask();
        isFound(signedIn(ADMIN_FOUNDRY), "My tasks / Mijn taken", administrators);
        isFound(signedIn(AGENT_NOORDZEE), OUR_CUSTOMERS, partners);
        isFound(signedIn(MANAGER), null, administrators);
    }

    @Test
    void longNamesLeaveRoomForTheOrderNumber() {
        OrderKey order = purchase(
                "unknown", document -> document.put("product", "P".repeat(200)).put("organisation", "O".repeat(200)));
        Task task = await().until(() -> task(order), Objects::nonNull);
        assertThat(task.getName()).endsWith("(" + order.number() + ")");
    }

    private void isFound(Visitor visitor, String list, String task) {
        OrderKey order = order(task);
        for (String criterion : List.of(
                "{\"nameLike\":\"%" + order.number() + ")%\"}",
                "{\"processInstanceBusinessKey\":\"" + order + "\"}",
                "{\"processInstanceBusinessKeyLike\":\"%" + order.number() + "\"}")) {
            String found = list == null
                    ? visitor.call("POST", ENGINE + "task?maxResults=500", criterion)
                            .body()
                    : list(visitor, list, criterion);
            assertThat(found).as(criterion).contains(task).containsOnlyOnce("\"processInstanceId\"");
        }
    }

    private static String list(Visitor visitor, String name) {
        return list(visitor, name, "{}");
    }

    private static String list(Visitor visitor, String name, String criteria) {
        String filters = visitor.get(ENGINE + "filter?maxResults=1&name=" + name.replace(" ", "%20"))
                .body();
        String id = filters.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        // Oldest first, and the desk has more tasks than those of this test.
        return visitor.call("POST", ENGINE + "filter/" + id + "/list?maxResults=500", criteria)
                .body();
    }
}
