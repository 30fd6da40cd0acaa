package org.activationdesk.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.activationdesk.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Reminds people of what waits for them: each at most once a day, by day, in one mail. */
@Component
public class Reminders {
    private final WaitingActivations waiting;
    private final ReminderDispatch dispatch;
    private final WorkingCalendar calendar;
    private final FollowUpSettings settings;
    private final Clock clock;

    Reminders(
            WaitingActivations waiting,
            ReminderDispatch dispatch,
            WorkingCalendar calendar,
            FollowUpSettings settings,
            Clock clock) {
        this.waiting = waiting;
        this.dispatch = dispatch;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Mails what is due now.
     *
     * @return whether the time of a job has run out, so that somebody may be left
     */
    public boolean send() {
        Instant end = clock.instant().plus(settings.jobTime());
        for (Reminder reminder : due()) {
            if (dispatch.send(reminder) && !clock.instant().isBefore(end)) {
                return true;
            }
        }
        return false;
    }

    private Collection<Reminder> due() {
        Instant now = clock.instant();
        Map<String, Reminder> due = new LinkedHashMap<>();
        waiting.forEach((turn, step) -> {
            if (isDue(turn, step) && calendar.isOpen(turn.person().country(), now)) {
                due.computeIfAbsent(
                                turn.person().address().toLowerCase(Locale.ROOT),
                                address -> new Reminder(turn.person()))
                        .add(turn, step == Step.REMIND_WITH_DIAGNOSIS);
            }
        });
        return due.values();
    }

    /** What nobody has told the person yet does not wait for the table. */
    private static boolean isDue(Turn turn, Step step) {
        return step.reminds() || !turn.asked();
    }
}
