package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of the engine and the web apps through the whole stack: Spring Security, Camunda's filters, Jersey, engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebappCallsTest extends SignInTest {
    /** Who may not read about one process may not read about any. */
    private static final String DEFINITION = "license-activation:1:1";

    /** Nothing may change in any case, so all cases share people and, as long as it is as it was, the task. */
    private final Map<org.activationdesk.tryout.signin.Account, Visitor> people = new HashMap<>();

    private String task;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "POST task/TASK/complete",
                "POST task/TASK/bpmnError",
                "POST task/TASK/bpmnEscalation",
                "POST task/TASK/delegate",
                "POST task/TASK/resolve",
                "POST task/TASK/assignee",
                "PUT task/TASK",
                "POST task/create",
                "DELETE task/TASK",
                "POST task/TASK/identity-links",
                "POST task/TASK/identity-links/delete",
                "POST task/TASK/localVariables",
                "POST task/TASK/variables",
                "PUT task/TASK/variables/x",
                "DELETE task/TASK/variables/x",
                "POST task/TASK/comment/create",
                "POST task/TASK/attachment/create",
                "POST process-definition/key/license-activation/start",
                "POST process-definition/key/license-activation/submit-form",
                "POST deployment/create",
                "POST message",
                "POST signal",
                "POST filter/create",
                "PUT filter/x",
                "DELETE filter/x",
                "POST user/create",
                "PUT user/x/profile",
                "POST group/create",
                "PUT group/x/members/y",
                "POST authorization/create",
                "POST migration/execute",
                "POST modification/execute",
                "PUT job/x/retries",
                "POST job/x/execute",
                "POST external-task/fetchAndLock",
                "DELETE process-instance/x",
                "POST decision-definition/key/x/evaluate",
                "POST batch",
                "POST condition",
                "POST task/TASK/submit-form/",
                "POST task//TASK/submit-form",
                "POST task/TASK/submit-form;x=y",
                "POST task/%2e%2e/deployment/create",
                "POST task/TASK/%63omplete",
                "POST task/TASK/Complete",
                "POST task/TASK/complete/",
                "POST task/TASK/complete;a=b",
                "POST task/../message",
                "POST Task/TASK/complete",
                "PATCH task/TASK",
                "TRACE task"
            })
    void nobodyButEngineersWritesAnythingElse(String method, String path) {
        if (task == null || !isAsItWas()) {
            task = partnersTask();
            tasks.setAssignee(task, MANAGER.id());
        }
        for (var person : List.of(ADMIN_FOUNDRY, AGENT_NOORDZEE, MANAGER)) {
            Visitor visitor = people.computeIfAbsent(person, this::signedIn);
            String address = ENGINE + path.replace("TASK", task);
            int status = visitor.raw(method, address, "{\"variables\":{}}");
            assertThat(status).as(method + " " + address).isIn(400, 403, 404, 405, 501);
            assertThat(visitor.get(AUTHENTICATED).statusCode()).isEqualTo(200);
        }
        assertThat(isAsItWas()).as(method + " " + path).isTrue();
    }

    private boolean isAsItWas() {
        return tasks.createTaskQuery().taskId(task).taskAssignee(MANAGER.id()).count() == 1;
    }

    @Test
    void anOverriddenMethodChangesNothing() {
        String own = administratorsTask(ADMIN_FOUNDRY);
        Visitor foundry = signedIn(ADMIN_FOUNDRY);
        foundry.get(
                ENGINE + "task/" + own + "/complete?_method=POST",
                "X-HTTP-Method-Override",
                "POST",
                "X-HTTP-Method",
                "POST",
                "X-Method-Override",
                "POST");
        assertThat(foundry.get(ENGINE + "task/" + own + "/submit-form", "X-HTTP-Method-Override", "POST")
                        .statusCode())
                .isIn(404, 405);
        assertThat(tasks.createTaskQuery().taskId(own).count()).isOne();
    }

    /** What else runs, and in what, is no business of customers and partners. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-definition/statistics",
                "process-definition/key/license-activation/statistics",
                "process-definition/DEFINITION/statistics",
                "task/report/candidate-group-count",
                "job-definition",
                "job",
                "history/cleanup/job",
                "history/cleanup/jobs",
                "history/cleanup/configuration",
                "history/process-instance",
                "process-instance",
                "execution",
                "incident",
                "deployment",
                "decision-definition",
                "external-task/topic-names",
                "metrics",
                "telemetry/data",
                "schema/log",
                "version",
                "batch/statistics",
                "authorization",
                "application.wadl"
            })
    void onlyStaffReadsWhatRunsBesideTasks(String path) {
        String address = ENGINE + path.replace("DEFINITION", DEFINITION);
        for (var person : List.of(ADMIN_FOUNDRY, AGENT_NOORDZEE)) {
            Visitor visitor = people.computeIfAbsent(person, this::signedIn);
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(403);
        }
        Visitor manager = people.computeIfAbsent(MANAGER, this::signedIn);
        assertThat(manager.get(ENGINE + "process-definition/statistics").body()).contains("license-activation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                        "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/", "/camunda/app/welcome/default/"
            })
    void cockpitAndAdminAreClosedToCustomersAndPartners(String path) {
        assertThat(signedIn(ADMIN_FOUNDRY).get(path).statusCode()).isEqualTo(403);
        assertThat(signedIn(AGENT_NOORDZEE).get(path).statusCode()).isEqualTo(403);
    }
}
