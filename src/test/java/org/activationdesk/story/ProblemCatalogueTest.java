package org.activationdesk.story;

import static org.activationdesk.story.ProblemStories.ACCEPT;
import static org.activationdesk.story.ProblemStories.RESOLVE;
import static org.activationdesk.story.ProblemStories.SOLVED;
import static org.activationdesk.story.SilenceStories.ACCEPTS;
import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Party;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.Problems;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.TimeStep;
import org.activationdesk.tryout.signin.Account;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** One story for each problem of the list: somebody reports it, it is resolved, and the subscription becomes active. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class ProblemCatalogueTest {
    private static final String MAILBOX = "admin@foundry.example";
    private static final String PARTNER = "licenties@noordzee.example";

    @Autowired
    private Stage stage;

    @Autowired
    private Problems problems;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void useEngine(@Autowired ProcessEngine engine) {
        ProcessEngineTests.init(engine);
    }

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource({
        // problem, before or after the sign-in, whose turn, how it ends
        "F1,  BEFORE, PARTNER,       NAMED",
        "F2,  BEFORE, PARTNER,       NAMED",
        "F2,  AFTER,  PARTNER,       NAMED",
        "F3,  BEFORE, ADMINISTRATOR, SIGNS_IN",
        "F3,  AFTER,  ADMINISTRATOR, SOLVED",
        "F4,  BEFORE, ADMINISTRATOR, SIGNS_IN",
        "F5,  BEFORE, PARTNER,       NAMED",
        "F6,  BEFORE, ADMINISTRATOR, SIGNS_IN",
        "F7,  BEFORE, PARTNER,       SOLVED",
        "F8,  BEFORE, DESK,          NEW_LINK",
        "F8,  AFTER,  DESK,          NEW_LINK",
        "F9,  BEFORE, ADMINISTRATOR, SIGNS_IN",
        "F10, BEFORE, ADMINISTRATOR, SIGNS_IN",
        "F11, AFTER,  MANAGER,       SUPPORT",
        "F12, BEFORE, ADMINISTRATOR, SIGNS_IN",
        "F12, AFTER,  ADMINISTRATOR, SOLVED",
        "F13, AFTER,  ADMINISTRATOR, SOLVED",
        "F14, AFTER,  PARTNER,       SOLVED",
        "F15, AFTER,  PARTNER,       SOLVED",
        "F16, AFTER,  PARTNER,       SOLVED",
        "F17, AFTER,  PARTNER,       SOLVED",
        "F18, AFTER,  ADMINISTRATOR, WAITS",
        "F19, AFTER,  PARTNER,       SOLVED",
        "F20, AFTER,  MANAGER,       SUPPORT",
        "F21, AFTER,  PARTNER,       SOLVED",
        "F22, AFTER,  NOBODY,        EXPLAINED",
        "F23, AFTER,  MANAGER,       SOLVED",
        "F24, AFTER,  PARTNER,       SOLVED",
        "OTHER, BEFORE, MANAGER,     SOLVED",
        "OTHER, AFTER, MANAGER,      SOLVED"
    })
    void every_problem_goes_from_its_report_to_its_end(
            KnownProblem problem, String when, org.activationdesk.problem.Owner owner, String ending) {
        OrderKey order = stage.purchase(KNOWN);
        if (when.equals("AFTER")) {
            stage.arrives(ADMIN_FOUNDRY, order);
        }
        assertThat(KnownProblem.fitting(Party.MANAGERS, stage.record(order).status()))
                .contains(problem);
        int mails = stage.mailsTo(MAILBOX, order).size();
        assertThat(problems.report(order, problem, "Error 0x8007", "desk")).isTrue();
        stage.work();
        Problem reported = problems.newest(order).orElseThrow();
        assertThat(reported.owner()).isEqualTo(owner);
        assertThat(reported.reportedBy()).isEqualTo("desk");

        switch (ending) {
            case "NAMED" -> partnerNames(order);
            case "NEW_LINK" -> assertThat(stage.mailsTo(MAILBOX, order)).hasSize(mails + 1);
            case "EXPLAINED" -> assertThat(stage.task(order, RESOLVE)).isEmpty();
            case "SIGNS_IN" -> administratorSignsIn(order, mails);
            case "WAITS" -> waits(order, mails);
            case "SUPPORT" -> support(order);
            default -> solved(order, reported, mails);
        }
        assertThat(problems.open(order)).isEmpty();
        assertThat(stage.task(order, RESOLVE)).isEmpty();
        becomesActive(order);
    }

    private void partnerNames(OrderKey order) {
        assertThat(stage.process(order)).isWaitingAt("UserTask_NameTheOnlineAdministrator");
        assertThat(stage.mailsTo(PARTNER, order).get(0).text()).contains("We hoorden dat", "admin@foundry.example");
        assertThat(stage.record(order).accountId()).isNull();
        stage.answers(
                AGENT_NOORDZEE, order, Map.of("outcome", "named", "name", "Grace", "email", MAILBOX, "language", "en"));
    }

    private void administratorSignsIn(OrderKey order, int mails) {
        assertThat(stage.mailsTo(MAILBOX, order)).hasSize(mails + 1).first().satisfies(mail -> assertThat(mail.text())
                .contains("There is a problem, and it is your turn", "/activate/"));
        assertThat(task(order)).hasCandidateGroup("partner-noordzee").isNotAssigned();
        stage.arrives(ADMIN_FOUNDRY, order);
        assertThat(stage.process(order)).hasPassed("End_NothingLeftToResolve");
    }

    private void waits(OrderKey order, int mails) {
        assertThat(stage.process(order)).isWaitingAt(ACCEPT, "Timer_WaitingTimeOver");
        clock.forward(new TimeStep(Period.ZERO, Duration.ofMinutes(14)));
        stage.work();
        assertThat(stage.task(order, RESOLVE)).isEmpty();
        clock.forward(new TimeStep(Period.ZERO, Duration.ofMinutes(2)));
        stage.work();
        assertThat(stage.mailsTo(MAILBOX, order)).hasSize(mails + 1);
        assertThat(task(order)).isAssignedTo(People.id(ADMIN_FOUNDRY));
        stage.answers(ADMIN_FOUNDRY, order, RESOLVE, SOLVED);
    }

    private void support(OrderKey order) {
        assertThat(task(order)).hasCandidateGroup("managers");
        stage.answers(MANAGER, order, RESOLVE, Map.of("outcome", "support", "caseNumber", "CAS-1", "hours", 8));
        assertThat(stage.task(order, RESOLVE)).isEmpty();
        clock.forward(new TimeStep(Period.ofDays(14), Duration.ZERO));
        stage.work();
        stage.answers(MANAGER, order, RESOLVE, SOLVED);
    }

    private void solved(OrderKey order, Problem problem, int mails) {
        Activation activation = stage.record(order);
        Account solver =
                switch (problem.owner()) {
                    case ADMINISTRATOR -> ADMIN_FOUNDRY;
                    case PARTNER -> AGENT_NOORDZEE;
                    default -> MANAGER;
                };
        switch (problem.holder(activation)) {
            case ADMINISTRATOR -> {
                assertThat(task(order)).isAssignedTo(People.id(ADMIN_FOUNDRY));
                assertThat(stage.mailsTo(MAILBOX, order)).hasSize(mails + 1);
            }
            case PARTNER -> {
                assertThat(task(order)).hasCandidateGroup("partner-noordzee");
                assertThat(stage.mailsTo(PARTNER, order)).hasSize(1);
            }
            default -> assertThat(task(order)).hasCandidateGroup("managers");
        }
        stage.answers(solver, order, RESOLVE, SOLVED);
    }

    private Task task(OrderKey order) {
        return stage.task(order, RESOLVE).orElseThrow();
    }

    private void becomesActive(OrderKey order) {
        ProcessInstance process = stage.process(order);
        if (stage.record(order).status() == ActivationStatus.INVITED) {
            stage.arrives(ADMIN_FOUNDRY, order);
        }
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        stage.answers(ADMIN_FOUNDRY, order, CheckStories.renewsAndSees("2027-12-31", 40, "foundry.example"));
        assertThat(process).isEnded();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
    }
}
