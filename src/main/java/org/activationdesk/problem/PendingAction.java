package org.activationdesk.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.Standing;

/**
 * Somebody whom an activation waits for. API, pages, mails, the follow-up and Tasklist's forms all learn here who that is;
 * it follows from the record, so it is never kept.
 *
 * @param party whose step it is
 * @param step what that party is to do, which is why it is waited for
 * @param since when it became, or becomes, that party's turn
 * @param restsUntil before which there is nothing to do; null: now
 * @param absentUntil the last day of the administrator's absence; null where none is known, or somebody else is waited for
 * @param problem what the step solves; null where it is no problem
 */
public record PendingAction(
        Party party, PendingStep step, Instant since, Instant restsUntil, LocalDate absentUntil, Problem problem) {

    /**
     * Everybody an activation waits for, whoever holds it first; nobody once it has ended. While a problem is open that is
     * whoever has to solve it, as nobody else can go on.
     *
     * @param newest the problem that was reported last, open or not; null where none was
     * @param absentUntil the last day of the administrator's absence; null where none is known
     */
    public static List<PendingAction> of(Standing standing, Problem newest, LocalDate absentUntil, Instant now) {
        if (standing.status().ended()) {
            return List.of();
        }
        List<PendingAction> pending = newest != null && newest.isOpen() ? List.of(solve(newest, now)) : goOn(standing);
        return pending.stream().map(action -> action.away(absentUntil)).toList();
    }

    private static PendingAction solve(Problem problem, Instant now) {
        Instant rests = problem.waitsUntil() != null && problem.waitsUntil().isAfter(now) ? problem.waitsUntil() : null;
        if (problem.owner() == null) {
            return new PendingAction(Party.DESK, PendingStep.READ_REPORT, problem.reportedAt(), null, null, problem);
        }
        if (rests != null && problem.isWithSupport()) {
            return new PendingAction(
                    Party.SUPPORT, PendingStep.ANSWER_CASE, problem.ownerSince(), rests, null, problem);
        }
        return new PendingAction(
                problem.turnOf(), PendingStep.SOLVE_PROBLEM, problem.turnSince(), rests, null, problem);
    }

    private static List<PendingAction> goOn(Standing standing) {
        List<PendingAction> pending = new ArrayList<>();
        pending.add(of(standing.status().holder(), PendingStep.of(standing), standing.statusSince()));
        if (standing.status().holder() == Party.ADMINISTRATOR && standing.isHelpOpen()) {
            pending.add(of(Party.PARTNER, PendingStep.HELP_ADMINISTRATOR, standing.helpAskedAt()));
        }
        if (standing.isManagersHelpOpen() && pending.stream().anyMatch(action -> action.party == Party.PARTNER)) {
            pending.add(of(Party.MANAGERS, PendingStep.HELP_PARTNER, standing.managersAskedAt()));
        }
        return pending;
    }

    private static PendingAction of(Party party, PendingStep step, Instant since) {
        return new PendingAction(party, step, since, null, null, null);
    }

    private PendingAction away(LocalDate absentUntil) {
        return party == Party.ADMINISTRATOR
                ? new PendingAction(party, step, since, restsUntil, absentUntil, problem)
                : this;
    }
}
