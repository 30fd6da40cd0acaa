package org.activationdesk.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.activationdesk.story.SilenceStories.ACCEPTS;
import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is not read because it is known, and is read where somebody has changed it. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class LeftOutReadsTest {
    private static final String PROCESS = "license-activation";

    @Autowired
    private Stage stage;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private RepositoryService models;

    @Autowired
    private Activations activations;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void what_an_engineer_adds_to_a_task_ends_with_the_task() {
        OrderKey order = signedIn();
        String task = stage.task(order).getId();
        tasks.addCandidateGroup(task, "managers");
        tasks.setVariableLocal(task, "remark", "Called on Monday");
        assertThat(tasks.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getGroupId)
                .contains("managers");
        assertThat(tasks.getVariablesLocal(task)).containsOnlyKeys("remark");

        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        assertThat(rows("act_ru_identitylink where task_id_ = ?", task)).isZero();
        assertThat(rows("act_ru_variable where task_id_ = ?", task)).isZero();
        renews(order);
    }

    @Test
    void why_an_answer_came_back_ends_with_the_task() {
        OrderKey order = signedIn();
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", false));
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", false));
        assertThat(stage.refusal(order)).isNotBlank();
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        assertThat(stage.refusal(order)).isNull();
        renews(order);
    }

    /** By the script that takes a database of before over. */
    @Test
    void what_tasks_of_before_carry_ends_with_them() throws IOException {
        OrderKey order = signedIn();
        String task = stage.task(order).getId();
        tasks.setVariableLocal(task, "order", order.number());
        tasks.setVariableLocal(task, "refusal", "Not so");
        stage.database
                .sql("update act_ru_task set last_updated_ = null, rev_ = 1 where id_ = ?")
                .param(task)
                .update();
        stage.database
                .sql(new ClassPathResource("db/migration/V9__untouched_tasks.sql").getContentAsString(UTF_8))
                .update();
        assertThat(tasks.getVariablesLocal(task)).containsOnlyKeys("refusal");
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        renews(order);
    }

    @Test
    void a_suspended_order_waits_and_then_goes_on() {
        OrderKey order = signedIn();
        String process = stage.process(order).getId();
        processes.suspendProcessInstanceById(process);
        assertThatThrownBy(() -> stage.answers(ADMIN_FOUNDRY, order, ACCEPTS))
                .isInstanceOf(SuspendedEntityInteractionException.class);
        processes.activateProcessInstanceById(process);
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        renews(order);
    }

    @Test
    void a_suspended_model_starts_no_order_and_lets_the_others_go_on() {
        OrderKey order = signedIn();
        models.suspendProcessDefinitionByKey(PROCESS);
        try {
            assertThatThrownBy(() -> stage.purchase(KNOWN)).isInstanceOf(MismatchingMessageCorrelationException.class);
            stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        } finally {
            models.activateProcessDefinitionByKey(PROCESS);
        }
        renews(order);
    }

    @Test
    void the_history_tells_true_times() {
        OrderKey order = signedIn();
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        String process = stage.process(order).getId();
        renews(order);
        for (String table : new String[] {"act_hi_procinst", "act_hi_actinst", "act_hi_taskinst"}) {
            assertThat(rows(table + " where proc_inst_id_ = ?", process)).isPositive();
            assertThat(rows(
                            table + " where proc_inst_id_ = ? and (removal_time_ - start_time_"
                                    + " not between interval '2554.9 days' and interval '2555.1 days' or duration_ is distinct from"
                                    + " (extract(epoch from end_time_ - start_time_) * 1000)::bigint)",
                            process))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void what_a_transaction_knows_of_an_activation_holds_until_it_locks_or_changes_it() {
        OrderKey order = stage.purchase(KNOWN);
        TransactionTemplate ours = new TransactionTemplate(transactions);
        TransactionTemplate others = new TransactionTemplate(transactions);
        others.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ours.executeWithoutResult(now -> {
            assertThat(activations.get(order).status()).isEqualTo(ActivationStatus.INVITED);
            others.executeWithoutResult(meanwhile -> {
                activations.note(order, TimelineEvent.ORGANISATION_CONFIRMED, "somebody", null);
                assertThat(activations.get(order).status()).isEqualTo(ActivationStatus.SIGNED_IN);
            });
            assertThat(activations.get(order).status()).isEqualTo(ActivationStatus.INVITED);
            assertThat(activations.lock(order).status()).isEqualTo(ActivationStatus.SIGNED_IN);
            activations.note(order, TimelineEvent.SUBSCRIPTION_RENEWED, "somebody", null);
            assertThat(activations.get(order).status()).isEqualTo(ActivationStatus.RENEWED);
            now.setRollbackOnly();
        });
        assertThat(activations.get(order).status()).isEqualTo(ActivationStatus.SIGNED_IN);
    }

    private OrderKey signedIn() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        return order;
    }

    private void renews(OrderKey order) {
        stage.answers(ADMIN_FOUNDRY, order, CheckStories.renewsAndSees("2027-12-31", 40, "foundry.example"));
        assertThat(stage.process(order)).isNull();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
    }

    private int rows(String from, String id) {
        return stage.database
                .sql("select count(*) from " + from)
                .param(id)
                .query(Integer.class)
                .single();
    }
}
