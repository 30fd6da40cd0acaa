package org.activationdesk.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.activationdesk.calendar.WorkingCalendar;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whatever waits for a person, and what the table says of it today. Nothing of that is kept: it follows from the record,
 * the mails that were sent, the calendar and the table that is in force at this moment.
 */
@Repository
class WaitingActivations {
    /** A hundred thousand may turn; they pass through memory in portions. */
    private static final int PORTION = 1000;

    /** Days that the key has left when an absence stops to count: the month in which the table reminds more often. */
    private static final int TOO_SOON_TO_PAUSE = 30;

    private final JdbcClient database;
    private final Cadences cadences;
    private final WorkingCalendar calendar;
    private final Clock clock;

    WaitingActivations(DataSource source, Cadences cadences, WorkingCalendar calendar, Clock clock) {
        JdbcTemplate inPortions = new JdbcTemplate(source);
        inPortions.setFetchSize(PORTION);
        this.database = JdbcClient.create(inPortions);
        this.cadences = cadences;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Shows every person who is waited for, the longest wait first, with the step that the table wants. */
    void forEach(BiConsumer<Turn, Step> visitor) {
        Cadence cadence = cadences.current();
        Instant now = clock.instant();
        try (Stream<WaitingActivation> waiting =
                database.sql("""
                        select w.*, p.problem_owner, p.problem_since, coalesce(p.problem_reminders, 0) as problem_reminders, p.last_problem_reminder,
                               coalesce(p.problem_waits_until > :now, false) as problem_rests
                        from waiting_activation w left join open_problem p using (order_key)
                        order by w.status_since
                        """).param("now", now.atOffset(ZoneOffset.UTC)).query(WaitingActivation.class).stream()) {
            waiting.flatMap(activation -> activation.turns().stream())
                    .forEach(turn -> visitor.accept(turn, cadence.next(situation(turn, now))));
        }
    }

    /** Days until the key dies, as the person counts days; a key that has been used never does. */
    long daysLeft(Turn turn) {
        if (turn.activation().isKeyUsed()) {
            return Long.MAX_VALUE;
        }
        LocalDate today = calendar.date(turn.person().country(), clock.instant());
        return ChronoUnit.DAYS.between(today, turn.activation().lapsesOn());
    }

    private Situation situation(Turn turn, Instant now) {
        String country = turn.person().country();
        Instant since = countedSince(turn);
        Instant last = turn.lastReminder() == null ? since : later(turn.lastReminder(), since);
        return new Situation(
                turn.stage(),
                calendar.workingDays(country, since, now),
                turn.reminders(),
                calendar.workingDays(country, last, now),
                turn.escalated(),
                Math.toIntExact(Math.min(daysLeft(turn), Integer.MAX_VALUE)));
    }

    /**
     * Whoever is away is not waited for: the days count from the first day back on, as if the turn came with it. What is
     * lost for good weighs more than somebody's rest, so a key that dies soon waits for nobody.
     */
    private Instant countedSince(Turn turn) {
        if (turn.absentUntil() == null || daysLeft(turn) <= TOO_SOON_TO_PAUSE) {
            return turn.since();
        }
        LocalDate back = turn.absentUntil().plusDays(1);
        return later(turn.since(), calendar.backAtWork(turn.person().country(), back));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
