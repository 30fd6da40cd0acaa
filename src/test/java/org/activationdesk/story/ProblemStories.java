package org.activationdesk.story;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Owner;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.Problems;
import org.activationdesk.productkey.ProductKeys;
import org.activationdesk.productkey.SampleKeys;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.signin.Account;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong after somebody signed in, who resolves it, and what happens meanwhile. */
abstract class ProblemStories extends SilenceStories {
    static final String RESOLVE = "UserTask_ResolveActivationProblem";
    static final String ACCEPT = "UserTask_AcceptOpenLicenseAgreement";
    static final Map<String, Object> SOLVED = Map.of("outcome", "resolved", "note", "It works now");

    @Autowired
    Problems problems;

    @Test
    void a_temporary_error_waits_by_itself_and_what_does_not_pass_goes_from_hand_to_hand() {
        LocalDate monday = LocalDate.of(2035, 9, 10);
        OrderKey order = signedIn("portal@foundry.example", monday);
        problems.report(order, KnownProblem.F18, "We can’t process your request", People.id(ADMIN_FOUNDRY));
        stage.work();
        ProcessInstance process = stage.process(order);
        assertThat(process).isWaitingAt(ACCEPT, "Timer_WaitingTimeOver");
        assertThat(stage.mailsTo("portal@foundry.example", order)).hasSize(1);

        calendar.at(monday, 11);
        assertThat(process).isWaitingAt(ACCEPT, RESOLVE);
        assertThat(stage.task(order, RESOLVE)).hasValueSatisfying(task -> {
            assertThat(task).isAssignedTo(People.id(ADMIN_FOUNDRY));
            assertThat(task.getName()).startsWith("Solve a problem at Northgate Foundry");
        });
        assertThat(stage.mailsTo("portal@foundry.example", order).get(0).text())
                .contains("a quarter of an hour", "Open the task");

        stage.answers(ADMIN_FOUNDRY, order, RESOLVE, Map.of("outcome", "support", "caseNumber", "123"));
        assertThat(refusal(order)).startsWith("The answer is not one of those to choose from");
        stage.answers(ADMIN_FOUNDRY, order, RESOLVE, Map.of("outcome", "partner", "note", "Still the same"));
        assertThat(stage.task(order, RESOLVE))
                .hasValueSatisfying(task ->
                        assertThat(task).hasCandidateGroup("partner-noordzee").isNotAssigned());
        assertThat(stage.mailsTo(Silence.MAILBOX, order).get(0).text()).contains("Er is een probleem");

        stage.answers(AGENT_NOORDZEE, order, RESOLVE, Map.of("outcome", "resolved"));
        assertThat(refusal(order)).startsWith("De toelichting ontbreekt");
        stage.answers(AGENT_NOORDZEE, order, RESOLVE, SOLVED);
        assertThat(process).isWaitingAt(ACCEPT).hasPassed("End_ProblemResolved");
        assertThat(problems.open(order)).isEmpty();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.SIGNED_IN);
        assertThat(stage.mailsTo("portal@foundry.example", order).get(0).text())
                .contains(
                        "The problem that you reported is over",
                        "It says that something went wrong",
                        "The problem was resolved",
                        "It is your turn now. Accept the agreement.");
    }

    @Test
    void what_is_with_support_wakes_nobody_before_the_promised_hour_and_is_then_asked_again() {
        LocalDate friday = LocalDate.of(2035, 10, 5);
        OrderKey order = signedIn("tenant@foundry.example", friday);
        problems.report(order, KnownProblem.F11, "It is in the tenant of stranger.example", People.id(ADMIN_FOUNDRY));
        stage.work();
        assertThat(stage.task(order, RESOLVE))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("managers"));
        stage.answers(MANAGER, order, RESOLVE, Map.of("outcome", "support", "caseNumber", "2512-0400 77"));
        assertThat(stage.task(order, RESOLVE)).isEmpty();
        Problem problem = problems.open(order).orElseThrow();
        assertThat(problem.caseNumber()).isEqualTo("2512-0400 77");
        // Friday from 10 to 17, Monday and Tuesday whole, and one hour of Wednesday.
        assertThat(problem.waitsUntil()).isBetween("2035-10-10T08:01:00Z", "2035-10-10T08:05:00Z");

        for (LocalDate day = friday; day.isBefore(LocalDate.of(2035, 10, 10)); day = day.plusDays(1)) {
            calendar.at(day, 16);
        }
        assertThat(stage.mailsTo("tenant@foundry.example", order)).hasSize(1);
        assertThat(stage.task(order, RESOLVE)).isEmpty();

        calendar.at(LocalDate.of(2035, 10, 10), 11);
        assertThat(stage.task(order, RESOLVE)).isPresent();
        assertThat(problems.open(order).orElseThrow().caseNumber()).isEqualTo("2512-0400 77");
        stage.answers(MANAGER, order, RESOLVE, SOLVED);

        // What was waited for could not be done meanwhile: the two working days of the first reminder begin now.
        calendar.at(LocalDate.of(2035, 10, 11), 11);
        assertThat(stage.mailsTo("tenant@foundry.example", order))
                .as("the link, and that the problem is over")
                .hasSize(2);
        calendar.at(LocalDate.of(2035, 10, 12), 11);
        assertThat(stage.mailsTo("tenant@foundry.example", order)).hasSize(3);
    }

    @Test
    void whoever_leaves_a_problem_is_reminded_and_then_the_managers_get_it() {
        LocalDate monday = LocalDate.of(2035, 11, 5);
        OrderKey order = signedIn("silent@foundry.example", monday);
        problems.report(order, KnownProblem.F16, "", People.id(ADMIN_FOUNDRY));
        stage.work();
        for (int day = 1; day <= 8; day++) {
            calendar.at(monday.plusDays(day), 10);
        }
        assertThat(stage.mailsTo("silent@foundry.example", order))
                .as("the administrator waits, too")
                .hasSize(1);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(2).first().satisfies(mail -> assertThat(mail.text())
                .contains("Los het gemelde probleem op"));
        calendar.at(monday.plusDays(9), 10);
        assertThat(problems.open(order).orElseThrow().owner()).isEqualTo(Owner.MANAGER);
        assertThat(stage.task(order, RESOLVE))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("managers"));
        stage.answers(MANAGER, order, RESOLVE, SOLVED);
        assertThat(stage.process(order)).isWaitingAt(ACCEPT);
    }

    @Test
    void a_newer_report_takes_the_place_of_the_older_and_a_renewal_settles_both() {
        OrderKey order = signedIn("newer@foundry.example", LocalDate.of(2035, 12, 3));
        problems.report(order, KnownProblem.F13, "", People.id(AGENT_NOORDZEE));
        stage.work();
        problems.report(order, KnownProblem.F15, "", People.id(ADMIN_FOUNDRY));
        stage.work();
        ProcessInstance process = stage.process(order);
        assertThat(process).isWaitingAt(ACCEPT, RESOLVE).hasPassed("End_NothingLeftToResolve");
        assertThat(stage.task(order, RESOLVE))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("partner-noordzee"));
        stage.answers(ADMIN_FOUNDRY, order, ACCEPT, ACCEPTS);
        renews(ADMIN_FOUNDRY, order);
        assertThat(process).isEnded().hasPassed("End_SubscriptionActive");
        assertThat(problems.open(order)).isEmpty();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(problems.report(order, KnownProblem.F13, "", "desk")).isFalse();
        assertThat(stage.mailsTo(AGENT_NOORDZEE.username(), order))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).startsWith("Afgehandeld"));
    }

    @Test
    void a_product_key_that_another_purchase_has_is_a_problem_without_a_report(@Autowired ProductKeys keys) {
        String key = new SampleKeys(new Random(14)).key();
        OrderKey first = stage.purchase(Stage.KNOWN, document -> document.remove("keyLastFive"));
        OrderKey second = stage.purchase(Stage.KNOWN, document -> document.remove("keyLastFive"));
        stage.arrives(ADMIN_FOUNDRY, second);
        keys.enter(first, key, false, People.id(ADMIN_FOUNDRY));
        for (int attempt = 0; attempt < 2; attempt++) {
            keys.enter(second, key, false, People.id(ADMIN_FOUNDRY));
            stage.work();
        }
        assertThat(problems.open(first)).isEmpty();
        assertThat(problems.open(second).orElseThrow().problem()).isEqualTo(KnownProblem.F14);
        assertThat(stage.task(second, RESOLVE))
                .hasValueSatisfying(task -> assertThat(task).hasCandidateGroup("partner-noordzee"));
        assertThat(stage.mailsTo(Silence.MAILBOX, second)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("ongebruikte code"));
    }

    /** Where an answer to the task about the problem came back. */
    private String refusal(OrderKey order) {
        return (String) engine().getTaskService()
                .getVariableLocal(stage.task(order, RESOLVE).orElseThrow().getId(), "refusal");
    }

    private ProcessEngine engine() {
        return org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processEngine();
    }

    OrderKey signedIn(String mailbox, LocalDate day) {
        OrderKey order = silence.ordered(mailbox, day);
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        return order;
    }

    void renews(Account administrator, OrderKey order) {
        stage.answers(
                administrator,
                order,
                "UserTask_RenewSubscription",
                CheckStories.renewsAndSees("2027-12-31", 40, "foundry.example"));
    }
}
