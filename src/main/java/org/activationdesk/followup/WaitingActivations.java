package org.activationdesk.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.activationdesk.calendar.WorkingCalendar;
import org.activationdesk.followup.QuietActivations.Quiet;
import org.activationdesk.problem.PendingAction;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whatever waits for a person, and what the table says of it today. It follows from the record, the mails that were sent, the
 * calendar and the table that is in force at this moment. Of a hundred thousand that wait only few have anything due, so what
 * has nothing is left alone until it can.
 */
@Repository
class WaitingActivations {
    /** A hundred thousand may turn; they pass through memory in portions. */
    private static final int PORTION = 1000;

    /** Days that the key has left when an absence stops to count: the month in which the table reminds more often. */
    private static final int TOO_SOON_TO_PAUSE = 30;

    /** How many days nothing is due at most, before the table is asked again. */
    private static final int LONGEST_QUIET = 7;

    private final JdbcClient database;
    private final Problems problems;
    private final QuietActivations quiet;
    private final ManagersMails managers;
    private final Cadences cadences;
    private final WorkingCalendar calendar;
    private final Clock clock;

    WaitingActivations(
            JdbcClient database,
            Problems problems,
            QuietActivations quiet,
            ManagersMails managers,
            Cadences cadences,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.problems = problems;
        this.quiet = quiet;
        this.managers = managers;
        this.cadences = cadences;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Shows every person for whom something may be due, the longest wait first, with the step that the table wants. */
    void forEach(BiConsumer<Turn, Step> visitor) {
        Cadence cadence = cadences.current();
        Instant now = clock.instant();
        List<String> awake = quiet.awake(cadence.version(), now);
        for (int from = 0; from < awake.size(); from += PORTION) {
            List<Quiet> asleep = new ArrayList<>();
            List<String> portion = awake.subList(from, Math.min(from + PORTION, awake.size()));
            Map<String, Problem> open = problems.open(portion);
            for (WaitingActivation activation : read(portion)) {
                List<PendingAction> pending = activation.pending(open.get(activation.orderKey()), now);
                List<Turn> turns = activation.turns(pending);
                boolean due = false;
                for (Turn turn : turns) {
                    Step step = step(cadence, turn, now);
                    visitor.accept(turn, step);
                    due |= isDue(turn, step);
                }
                if (!due) {
                    asleep.add(new Quiet(
                            activation.orderKey(), activation.version(), quietUntil(cadence, pending, turns, now)));
                }
            }
            quiet.add(cadence.version(), asleep);
        }
        if (awake.size() >= PORTION) {
            quiet.count();
        }
    }

    /** Has these looked at, whatever was due before. */
    void wake(Collection<String> orders) {
        quiet.wake(orders);
    }

    private List<WaitingActivation> read(List<String> orders) {
        return database.sql("""
                        select w.*, v.version, r.phone as partner_phone, coalesce(p.problem_reminders, 0) as problem_reminders,
                               p.last_problem_reminder
                        from waiting_activation w
                             join waiting_version v using (order_key)
                             join activation a using (order_key)
                             join partner r on r.id = a.partner_id
                             left join open_problem p using (order_key)
                        where w.order_key = any(:orders)
                        order by w.status_since
                        """)
                .param("orders", orders.toArray(String[]::new))
                .query(WaitingActivation.class)
                .list();
    }

    /** Days until the key dies, as the person counts days; a key that has been used never does. */
    long daysLeft(Turn turn) {
        return daysLeft(turn, clock.instant());
    }

    private long daysLeft(Turn turn, Instant now) {
        if (turn.activation().isKeyUsed()) {
            return Long.MAX_VALUE;
        }
        LocalDate today = calendar.date(turn.person().country(), now);
        return ChronoUnit.DAYS.between(today, turn.activation().lapsesOn());
    }

    private boolean isDue(Turn turn, Step step) {
        return step != Step.NONE || turn.isNews() || !managers.untold(turn).isEmpty();
    }

    /** The first moment at which the table wants something, if everything stays as it is. */
    private Instant quietUntil(Cadence cadence, List<PendingAction> pending, List<Turn> turns, Instant now) {
        return Stream.concat(
                        pending.stream().map(PendingAction::restsUntil).filter(Objects::nonNull),
                        turns.stream().map(turn -> quietUntil(cadence, turn, now)))
                .reduce(now.plus(LONGEST_QUIET, ChronoUnit.DAYS), WaitingActivations::earlier);
    }

    /** What the table is asked changes at midnight. */
    private Instant quietUntil(Cadence cadence, Turn turn, Instant now) {
        String country = turn.person().country();
        LocalDate today = calendar.date(country, now);
        for (int days = 1; days < LONGEST_QUIET; days++) {
            Instant midnight = calendar.start(country, today.plusDays(days));
            if (step(cadence, turn, midnight) != Step.NONE) {
                return midnight;
            }
        }
        return calendar.start(country, today.plusDays(LONGEST_QUIET));
    }

    private Step step(Cadence cadence, Turn turn, Instant now) {
        return cadence.next(situation(turn, now));
    }

    private Situation situation(Turn turn, Instant now) {
        String country = turn.person().country();
        Instant since = countedSince(turn, now);
        Instant last = turn.lastReminder() == null ? since : later(turn.lastReminder(), since);
        return new Situation(
                turn.stage(),
                calendar.workingDays(country, since, now),
                turn.reminders(),
                calendar.workingDays(country, last, now),
                turn.escalated(),
                Math.toIntExact(Math.min(daysLeft(turn, now), Integer.MAX_VALUE)));
    }

    /**
     * Whoever is away is not waited for: the days count from the first day back on, as if the turn came with it. What is
     * lost for good weighs more than somebody's rest, so a key that dies soon waits for nobody.
     */
    private Instant countedSince(Turn turn, Instant now) {
        if (turn.action().absentUntil() == null || daysLeft(turn, now) <= TOO_SOON_TO_PAUSE) {
            return turn.since();
        }
        LocalDate back = turn.action().absentUntil().plusDays(1);
        return later(turn.since(), calendar.backAtWork(turn.person().country(), back));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
