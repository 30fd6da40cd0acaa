package org.activationdesk.problem;

import java.util.Set;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Happening;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the process of problems, and settles those that mean nothing any more. All of it right before the commit and in the
 * same transaction: what happens is often a step of the process itself, and the engine cannot start or end something beside a
 * step before that step is over.
 */
@Component
class ProblemEvents {
    /** After these nothing of what was reported before is of any meaning. */
    private static final Set<TimelineEvent> SETTLE_ALL = Set.of(
            TimelineEvent.SUBSCRIPTION_RENEWED,
            TimelineEvent.SUBSCRIPTION_ACTIVE,
            TimelineEvent.ORGANISATION_REJECTED,
            TimelineEvent.NOT_THE_ADMINISTRATOR_REPORTED,
            TimelineEvent.ADMINISTRATOR_DISMISSED,
            TimelineEvent.RECIPIENT_REJECTED,
            TimelineEvent.EMAIL_BOUNCED,
            TimelineEvent.PURCHASE_WITHDRAWN,
            TimelineEvent.KEY_LAPSED);

    /** Whoever has got in has no problem with getting in, and whoever has handed over has none at all. */
    private static final Set<TimelineEvent> SETTLE_THE_ADMINISTRATORS = Set.of(
            TimelineEvent.ADMINISTRATOR_SIGNED_IN, TimelineEvent.ORGANISATION_CONFIRMED, TimelineEvent.HANDED_OVER);

    private final ProblemRows rows;
    private final Activations activations;
    private final ReporterLetters letters;
    private final ProblemProcess process;

    ProblemEvents(ProblemRows rows, Activations activations, ReporterLetters letters, ProblemProcess process) {
        this.rows = rows;
        this.activations = activations;
        this.letters = letters;
        this.process = process;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void happened(Happening happening) {
        if (settles(happening) && rows.end(happening.order(), Activations.DESK, null)) {
            activations.note(happening.order(), TimelineEvent.PROBLEM_SETTLED, Activations.DESK, null);
            letters.tell(happening.order(), happening.who(), happening.event());
            process.problemSettled(happening.order());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void settled(Settled settled) {
        process.problemSettled(settled.order());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void reported(Reported reported) {
        process.problemReported(reported.order());
    }

    private boolean settles(Happening happening) {
        return SETTLE_ALL.contains(happening.event()) && happening.problem().getAsBoolean()
                || SETTLE_THE_ADMINISTRATORS.contains(happening.event())
                        && happening.problem().getAsBoolean()
                        && rows.newest(happening.order())
                                .filter(problem -> problem.owner() == Owner.ADMINISTRATOR)
                                .isPresent();
    }

    /** The order's open problem has ended, or somebody else has to resolve it. */
    record Settled(OrderKey order) {}

    /** The order has a problem that somebody has to resolve. */
    record Reported(OrderKey order) {}
}
