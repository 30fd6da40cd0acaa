package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.activationdesk.tryout.signin.Account;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who holds a task may read it and work on it; no query, however it is put, shows the task of somebody else. */
class TaskRightsTest extends SignInTest {
    @Autowired
    private AuthorizationService authorizations;

    @Test
    void noTaskBringsRowsOfPermissions() {
        partnersTask();
        administratorsTask(ADMIN_FOUNDRY);
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .list())
                .extracting(Authorization::getResourceId)
                .containsOnly(Authorization.ANY);
    }

    @Test
    void noQueryWidensWhatAPersonSees() {
        String noordzees = partnersTask();
        String foundrys = administratorsTask(ADMIN_FOUNDRY);
        List<String> queries = List.of(
                "{}",
                "{\"candidateGroup\":\"partner-noordzee\",\"includeAssignedTasks\":true}",
                "{\"candidateGroups\":[\"partner-zuiderlicht\",\"partner-noordzee\"]}",
                "{\"candidateUser\":\"" + AGENT_NOORDZEE.id() + "\"}",
                "{\"assignee\":\"" + ADMIN_FOUNDRY.id() + "\"}",
                "{\"assigneeLike\":\"%\"}",
                "{\"involvedUser\":\"" + ADMIN_FOUNDRY.id() + "\"}",
                "{\"orQueries\":[{\"candidateGroup\":\"partner-zuiderlicht\",\"assigneeLike\":\"%\"}]}",
                "{\"orQueries\":[{\"assignee\":\"" + AGENT_ZUIDERLICHT.id() + "\",\"taskNameLike\":\"%\"}]}");
        Visitor zuiderlicht = signedIn(AGENT_ZUIDERLICHT);
        for (String query : queries) {
            assertThat(zuiderlicht
                            .call("POST", ENGINE + "task?maxResults=500", query)
                            .body())
                    .as(query)
                    .doesNotContain(noordzees, foundrys);
        }
    }

    @Test
    void holdersSeeTheColumnsOfTheirTasksOnly() {
        String noordzees = partnersTask();
        String foundrys = administratorsTask(ADMIN_FOUNDRY);
        List.of(noordzees, foundrys).forEach(task -> tasks.setVariableLocal(task, "refusal", "Not so"));
        String both = "{\"variableScopeIdIn\":[\"" + noordzees + "\",\"" + foundrys + "\"]}";
        assertThat(columns(AGENT_NOORDZEE, both)).contains(noordzees).doesNotContain(foundrys);
        assertThat(columns(ADMIN_FOUNDRY, both)).contains(foundrys).doesNotContain(noordzees);
        assertThat(columns(AGENT_ZUIDERLICHT, both)).isEqualTo("[]");
        assertThat(columns(MANAGER, both)).contains(noordzees, foundrys);
    }

    private String columns(Account reader, String query) {
        return signedIn(reader)
                .call("POST", ENGINE + "variable-instance?maxResults=50", query)
                .body();
    }
}
