package org.activationdesk.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.activationdesk.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Reminds people of what waits for them: each at most once a day, by day, in one mail. */
@Component
public class Reminders {
    private final WaitingActivations waiting;
    private final ManagersMails managers;
    private final ReminderDispatch dispatch;
    private final WorkingCalendar calendar;
    private final FollowUpSettings settings;
    private final Clock clock;

    Reminders(
            WaitingActivations waiting,
            ManagersMails managers,
            ReminderDispatch dispatch,
            WorkingCalendar calendar,
            FollowUpSettings settings,
            Clock clock) {
        this.waiting = waiting;
        this.managers = managers;
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
            Stream<Turn> own = step.reminds() || turn.isNews() ? Stream.of(turn) : Stream.empty();
            Stream.concat(own, managers.untold(turn).stream())
                    .filter(open -> calendar.isOpen(open.person().country(), now))
                    .forEach(open -> due.computeIfAbsent(
                                    open.person().address().toLowerCase(Locale.ROOT),
                                    address -> new Reminder(open.person()))
                            .add(open, step == Step.REMIND_WITH_DIAGNOSIS));
        });
        return due.values();
    }
}
