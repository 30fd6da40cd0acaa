package org.activationdesk.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.EscalationReason;
import org.activationdesk.activation.Invitations;
import org.activationdesk.activation.NewLinks;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.purchase.OrderKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The problems of activations: reported, decided, passed on, and settled by what happens. */
@Component
public class Problems {
    /** The most that a message on a screen can say here. */
    public static final int LONGEST_MESSAGE = 2000;

    private static final int MOST_A_DAY = 10;

    private final ProblemRows rows;
    private final Activations activations;
    private final Remedies remedies;
    private final Invitations invitations;
    private final NewLinks newLinks;
    private final ReporterLetters letters;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Problems(
            ProblemRows rows,
            Activations activations,
            Remedies remedies,
            Invitations invitations,
            NewLinks newLinks,
            ReporterLetters letters,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.rows = rows;
        this.activations = activations;
        this.remedies = remedies;
        this.invitations = invitations;
        this.newLinks = newLinks;
        this.letters = letters;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The problem of an order that was reported last, open or not. */
    public Optional<Problem> newest(OrderKey order) {
        return rows.newest(order);
    }

    public Optional<Problem> open(OrderKey order) {
        return newest(order).filter(Problem::isOpen);
    }

    /** The open problems among those of several orders, by order key. */
    public Map<String, Problem> open(Collection<String> orders) {
        return rows.open(orders);
    }

    /** Whether more reports would only be noise. */
    public boolean areTooMany(OrderKey order) {
        return rows.reportedSince(order, clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY;
    }

    /**
     * Takes a report in and sees to it that somebody resolves it; an older problem that is still open ends with it.
     *
     * @param message what the screen says, or an empty text; cut after {@link #LONGEST_MESSAGE} characters
     * @param who an account, or the desk itself
     * @return false where the activation has ended, so that nothing can be done here any more
     */
    @Transactional
    public boolean report(OrderKey order, KnownProblem problem, String message, String who) {
        Activation activation = activations.lock(order);
        if (activation.status().ended()) {
            return false;
        }
        boolean replaces = open(order).isPresent();
        if (replaces) {
            listeners.publishEvent(new ProblemEvents.Settled(order));
        }
        activations.note(order, TimelineEvent.PROBLEM_REPORTED, who, problem.name());
        Problem reported = rows.open(order, problem, who, cut(KeyMask.mask(message)));
        Remedy remedy = remedy(activation, reported);
        if (isDoneAtOnce(activation, remedy, problem, message, who)) {
            rows.apply(reported, remedy);
            rows.end(order, Activations.DESK, null);
            if (replaces) {
                letters.tell(order, who, TimelineEvent.PROBLEM_SETTLED);
            }
        } else {
            listeners.publishEvent(new ProblemEvents.Reported(order));
        }
        return true;
    }

    /** Asks the table whose turn it is, unless somebody has said so already. */
    public void decide(OrderKey order) {
        Problem problem = open(order).orElseThrow();
        if (problem.owner() == null) {
            rows.apply(problem, remedy(activations.get(order), problem));
        }
    }

    /** Nobody who has it answers: the managers see to it. */
    @Transactional
    public void passToManagers(OrderKey order) {
        activations.lock(order);
        Problem problem =
                open(order).filter(open -> open.owner() != Owner.MANAGER).orElse(null);
        if (problem != null) {
            rows.pass(problem, Owner.MANAGER, null);
            activations.note(
                    order,
                    TimelineEvent.PROBLEM_PASSED_ON,
                    Activations.DESK,
                    problem.problem() + " " + Owner.MANAGER.code());
            listeners.publishEvent(new ProblemEvents.Settled(order));
            listeners.publishEvent(new ProblemEvents.Reported(order));
        }
    }

    private Remedy remedy(Activation activation, Problem problem) {
        return remedies.of(problem.problem(), rows.before(problem), activation.administratorEmail() != null);
    }

    /** What the desk can do itself, or what leads to a question that the partner is asked anyway. */
    private boolean isDoneAtOnce(
            Activation activation, Remedy remedy, KnownProblem problem, String message, String who) {
        return switch (remedy.nextStep()) {
            case Remedy.EXPLAIN -> true;
            case Remedy.SEND_LINK -> {
                newLinks.send(activation.order());
                yield true;
            }
            case Remedy.NAME_ADMINISTRATOR ->
                activation.status() != ActivationStatus.RENEWED
                        && (invitations.dismiss(activation.order(), who, reason(problem), KeyMask.mask(message))
                                || !activation.isBound());
            default -> false;
        };
    }

    private static EscalationReason reason(KnownProblem problem) {
        return switch (problem) {
            case F1 -> EscalationReason.ADMINISTRATOR_UNKNOWN;
            case F2 -> EscalationReason.ADMINISTRATOR_LEFT;
            case F5 -> EscalationReason.ADDRESS_WRONG;
            default -> EscalationReason.ADMINISTRATOR_ABSENT;
        };
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }
}
