package org.activationdesk.followup;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.activationdesk.activation.ActivationProcess;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.problem.Problems;
import org.activationdesk.purchase.OrderKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks somebody else where nobody answers: the partner for an administrator, the managers for a partner. Whoever was asked
 * first keeps the task and can go on; once that has happened, the others' task is closed.
 */
@Component
public class Escalations {
    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);

    private final WaitingActivations waiting;
    private final Activations activations;
    private final ActivationProcess process;
    private final Problems problems;
    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Clock clock;

    Escalations(
            WaitingActivations waiting,
            Activations activations,
            ActivationProcess process,
            Problems problems,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.waiting = waiting;
        this.activations = activations;
        this.process = process;
        this.problems = problems;
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Escalates whatever has waited so long as the table says. */
    public void escalate() {
        List<Runnable> due = new ArrayList<>();
        Set<String> unreachable = unreachablePartners();
        waiting.wake(unreachable);
        waiting.forEach((turn, step) -> {
            if (step == Step.ESCALATE_TO_MANAGER && turn.stage() == Stage.PROBLEM_OPEN) {
                due.add(() -> problems.passToManagers(turn.activation().order()));
            } else if (step == Step.ESCALATE_TO_PARTNER && !turn.person().partner()) {
                due.add(() -> askPartner(turn));
            } else if (turn.person().partner()
                    && (step == Step.ESCALATE_TO_MANAGER
                            || unreachable.contains(turn.activation().orderKey()))) {
                due.add(() -> askManagers(turn));
            }
        });
        due.forEach(this::apart);
    }

    /** Closes what somebody was asked that has been settled meanwhile. */
    public void settle() {
        orders("help_asked_at < status_since")
                .forEach(order -> apart(() -> {
                    activations.lock(order);
                    if (forget("help_asked_at", order, "help_asked_at < status_since")) {
                        activations.note(order, TimelineEvent.PARTNERS_HELP_NOT_NEEDED, Activations.DESK, null);
                        process.helpSettled(order);
                    }
                }));
        String answered = "managers_asked_at < greatest(status_since, help_asked_at)";
        orders(answered)
                .forEach(order -> apart(() -> {
                    activations.lock(order);
                    if (forget("managers_asked_at", order, answered)) {
                        process.partnerAnswered(order);
                    }
                }));
    }

    /** Orders whose question has not reached the partner, so that to wait for an answer is of no use, until the managers know. */
    private Set<String> unreachablePartners() {
        return Set.copyOf(database.sql("""
                        select a.order_key
                        from mail m
                             join activation a on a.order_key = m.order_key
                             join partner r on r.id = a.partner_id and r.escalation_address = m.recipient
                        where m.state in ('BOUNCED', 'FAILED')
                          and m.kind in ('ESCALATION', 'PARTNER_QUESTION', 'PARTNER_REMINDER')
                          and m.state_since >= greatest(a.status_since, a.help_asked_at) and a.ended_at is null
                          and (a.managers_asked_at is null or a.managers_asked_at < greatest(a.status_since, a.help_asked_at))
                        """).query(String.class).set());
    }

    private void askPartner(Turn turn) {
        OrderKey order = turn.activation().order();
        if (ask("help_asked_at", "status_since", turn)) {
            activations.note(
                    order,
                    TimelineEvent.PARTNERS_HELP_ASKED,
                    Activations.DESK,
                    turn.activation().partnerName());
            process.escalated(order);
        }
    }

    private void askManagers(Turn turn) {
        OrderKey order = turn.activation().order();
        if (ask("managers_asked_at", "greatest(status_since, help_asked_at)", turn)) {
            activations.note(
                    order,
                    TimelineEvent.MANAGERS_ASKED,
                    Activations.DESK,
                    turn.activation().partnerName());
            process.partnerSilent(order);
        }
    }

    /** False where another node was faster or somebody has acted; names of columns come from this class only. */
    private boolean ask(String column, String since, Turn turn) {
        activations.lock(turn.activation().order());
        return database.sql("""
                                update activation set %1$s = :now
                                where order_key = :order and %2$s = :since and (%1$s is null or %1$s < %2$s)
                                """.formatted(column, since))
                        .param("now", OffsetDateTime.now(clock))
                        .param("order", turn.activation().orderKey())
                        .param("since", turn.since().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private List<OrderKey> orders(String condition) {
        return database.sql("select order_key from activation where " + condition).query(String.class).stream()
                .map(OrderKey::of)
                .toList();
    }

    private boolean forget(String column, OrderKey order, String condition) {
        return database.sql("update activation set " + column + " = null where order_key = :order and " + condition)
                        .param("order", order.toString())
                        .update()
                == 1;
    }

    /** What fails does not keep the others waiting; the next run tries it again. */
    private void apart(Runnable escalation) {
        try {
            apart.executeWithoutResult(transaction -> escalation.run());
        } catch (RuntimeException failure) {
            LOG.error("An escalation failed and is tried again in the next run", failure);
        }
    }
}
