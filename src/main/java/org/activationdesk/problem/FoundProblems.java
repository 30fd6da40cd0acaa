package org.activationdesk.problem;

import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Differences;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.productkey.KeyAlreadyUsed;
import org.activationdesk.purchase.OrderKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Problems that nobody has to report, because the desk comes upon them. */
@Component
class FoundProblems implements Differences {
    private final Problems problems;
    private final Activations activations;

    FoundProblems(Problems problems, Activations activations) {
        this.problems = problems;
        this.activations = activations;
    }

    @Override
    public void found(OrderKey order, String problem, String detail, String who) {
        activations.note(order, TimelineEvent.DIFFERENCE_FOUND, who, problem + ": " + detail);
        report(order, KnownProblem.valueOf(problem), detail, who);
    }

    @EventListener
    void keyAlreadyUsed(KeyAlreadyUsed entered) {
        report(entered.order(), KnownProblem.F14, "", entered.who());
    }

    /** Whoever comes upon the same once more, while somebody is at it, changes nothing. */
    private void report(OrderKey order, KnownProblem problem, String detail, String who) {
        if (problems.open(order).filter(open -> open.problem() == problem).isEmpty()) {
            problems.report(order, problem, detail, who);
        }
    }
}
