package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.activationdesk.process.task.Canary;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * CVE-2026-109432: nobody has the engine evaluate an expression of their own.
 *
 * <p>Seen red: with the check of the scope taken out of ExpressionGuard, every test but the last fails: the canary sings or the
 * query is answered.
 */
class ExpressionsInQueriesTest extends SignInTest {
    private static final String TASKS = ENGINE + "task";
    /** A bean that models could call; others are out of reach of every expression. */
    private static final String CANARY = "${canary.sing()}";

    @Autowired
    FilterService filters;

    private final Canary canary = new Canary();

    /** For these tests only, so that they share the desk of all others. */
    @BeforeEach
    void modelsCouldCallTheCanary(@Autowired ConfigurableApplicationContext desk) {
        desk.getBeanFactory().registerSingleton("canary", canary);
        assertThat(desk.getBean(ProcessEngineConfigurationImpl.class).getBeans().get("canary"))
                .isSameAs(canary);
    }

    @AfterEach
    void theCanaryGoes(@Autowired ConfigurableApplicationContext desk) {
        ((DefaultSingletonBeanRegistry) desk.getBeanFactory()).destroySingleton("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "dueAfterExpression,${now()}",
        "assigneeExpression,${currentUser()}",
        "candidateUserExpression,${currentUser()}",
        "createdAfterExpression,${dateTime().minusDays(1)}"
    })
    void queriesOfTheRestInterface(String criterion, String harmless) {
        Visitor visitor = signedIn(ADMIN_FOUNDRY);
        String body = "{\"orQueries\":[{\"" + criterion + "\":\"" + CANARY + "\"}]}";
        assertThat(visitor.call("POST", TASKS + "/count", body.replace(CANARY, harmless))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.call("POST", TASKS + "/count", body).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(visitor.call("POST", TASKS + "?maxResults=5", body).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(canary.songs()).hasValue(0);
    }

    @Test
    void queriesThatNarrowAFilter() {
        Visitor visitor = signedIn(ADMIN_FOUNDRY);
        String id = filters.createFilterQuery()
                .filterName("My tasks / Mijn taken")
                .singleResult()
                .getId();
        String path = ENGINE + "filter/" + id;
        String body = "{\"orQueries\":[{\"dueAfterExpression\":\"" + CANARY + "\"}]}";
        assertThat(visitor.call("POST", path + "/list?maxResults=5", body.replace(CANARY, "${now()}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.call("POST", path + "/list?maxResults=5", body).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(visitor.call("POST", path + "/count", body).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(canary.songs()).hasValue(0);
    }

    @Test
    void queriesOfJava() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(CANARY)
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("not allowed in a query");
        assertThat(canary.songs()).hasValue(0);
    }

    @Test
    void theExpressionsOfFiltersStillWork() {
        assertThat(tasks.createTaskQuery()
                        .or()
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().plusDays(3).withTimeAtStartOfDay()}")
                        .taskAssigneeExpression("nobody")
                        .endOr()
                        .count())
                .isZero();
    }
}
