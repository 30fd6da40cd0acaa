package org.activationdesk.problem;

import static org.activationdesk.activation.Party.ADMINISTRATOR;
import static org.activationdesk.activation.Party.DESK;
import static org.activationdesk.activation.Party.MANAGERS;
import static org.activationdesk.activation.Party.PARTNER;
import static org.activationdesk.activation.Party.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is waited for, since when, why and what comes next. */
class PendingActionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @EnumSource
    void the_status_says_who_is_waited_for_where_nothing_is_in_the_way(ActivationStatus status) {
        List<PendingAction> pending = PendingAction.of(standing(status, null, null), null, null, NOW);
        if (status.ended()) {
            assertThat(pending).isEmpty();
        } else {
            assertThat(pending).singleElement().satisfies(action -> {
                assertThat(action.party()).isEqualTo(status.holder());
                assertThat(action.since()).isEqualTo(LAST_WEEK);
            });
        }
    }

    @Test
    void whoever_was_asked_to_help_is_waited_for_besides_and_is_not_once_somebody_has_acted() {
        assertThat(PendingAction.of(standing(ActivationStatus.INVITED, YESTERDAY, NOW), null, FRIDAY, NOW))
                .extracting(PendingAction::party, PendingAction::step, PendingAction::since, PendingAction::absentUntil)
                .containsExactly(
                        tuple(ADMINISTRATOR, PendingStep.SIGN_IN, LAST_WEEK, FRIDAY),
                        tuple(PARTNER, PendingStep.HELP_ADMINISTRATOR, YESTERDAY, null),
                        tuple(MANAGERS, PendingStep.HELP_PARTNER, NOW, null));
        Instant before = LAST_WEEK.minusSeconds(1);
        assertThat(PendingAction.of(standing(ActivationStatus.SIGNED_IN, before, before), null, null, NOW))
                .extracting(PendingAction::party)
                .containsExactly(ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource(Owner.class)
    void while_a_problem_is_open_only_its_owner_is_waited_for(Owner owner) {
        Problem problem = problem(owner, null, null, null);
        assertThat(PendingAction.of(standing(ActivationStatus.INVITED, YESTERDAY, NOW), problem, null, NOW))
                .extracting(PendingAction::party, PendingAction::step, PendingAction::since, PendingAction::problem)
                .containsExactly(tuple(owner.party(), PendingStep.SOLVE_PROBLEM, YESTERDAY, problem));
    }

    @Test
    void a_problem_that_nobody_has_read_yet_is_the_desks() {
        assertThat(PendingAction.of(inTheWay(), problem(null, null, null, null), null, NOW))
                .extracting(PendingAction::party)
                .containsExactly(DESK);
    }

    @Test
    void a_problem_that_is_solved_or_whose_order_has_ended_is_waited_for_no_more() {
        assertThat(PendingAction.of(inTheWay(), problem(Owner.PARTNER, null, null, NOW), null, NOW))
                .extracting(PendingAction::party)
                .containsExactly(ADMINISTRATOR);
        Standing ended = standing(ActivationStatus.LAPSED, null, null);
        assertThat(PendingAction.of(ended, problem(Owner.PARTNER, null, null, null), null, NOW))
                .isEmpty();
    }

    @Test
    void what_rests_begins_later_and_what_is_with_support_is_the_managers_once_an_answer_is_due() {
        Instant due = NOW.plusSeconds(900);
        assertThat(PendingAction.of(inTheWay(), problem(Owner.ADMINISTRATOR, due, null, null), null, NOW))
                .extracting(PendingAction::party, PendingAction::since, PendingAction::restsUntil)
                .containsExactly(tuple(ADMINISTRATOR, due, due));
        Problem withSupport = problem(Owner.MANAGER, due, "2512-0400 77", null);
        assertThat(PendingAction.of(inTheWay(), withSupport, null, NOW))
                .extracting(PendingAction::party, PendingAction::since, PendingAction::restsUntil)
                .containsExactly(tuple(SUPPORT, YESTERDAY, due));
        assertThat(PendingAction.of(inTheWay(), withSupport, null, due))
                .extracting(PendingAction::party, PendingAction::since, PendingAction::restsUntil)
                .containsExactly(tuple(MANAGERS, due, null));
    }

    private static Standing inTheWay() {
        return standing(ActivationStatus.INVITED, null, null);
    }

    private static Standing standing(ActivationStatus status, Instant helpAskedAt, Instant managersAskedAt) {
        return new At(status, LAST_WEEK, helpAskedAt, managersAskedAt, false);
    }

    private static Problem problem(Owner owner, Instant waitsUntil, String caseNumber, Instant resolvedAt) {
        return new Problem(
                1,
                "noordzee/NZ-1",
                KnownProblem.F14,
                YESTERDAY,
                "link",
                "",
                owner,
                "key-used",
                "get-new-key",
                owner,
                YESTERDAY,
                waitsUntil,
                caseNumber,
                waitsUntil,
                null,
                resolvedAt,
                null);
    }

    private record At(
            ActivationStatus status,
            Instant statusSince,
            Instant helpAskedAt,
            Instant managersAskedAt,
            boolean accountQuestioned)
            implements Standing {}
}
