package org.activationdesk.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.TimeStep;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Goes to a day and hour of the Netherlands, and lets the desk follow up there. */
class Calendar {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final MovableClock clock;
    private final ManagementService management;
    private final Stage stage;

    Calendar(MovableClock clock, ManagementService management, Stage stage) {
        this.clock = clock;
        this.management = management;
        this.stage = stage;
    }

    /** A minute past the hour, once, as the timer would; the clock goes back between tests and the timer does not. */
    void at(LocalDate day, int hour) {
        Instant moment = day.atTime(hour, 1).atZone(AMSTERDAM).toInstant();
        Duration step = Duration.between(clock.instant(), moment);
        if (step.toMillis() > 0) {
            clock.forward(new TimeStep(Period.ZERO, step));
        }
        management.setJobDuedate(timer().getId(), Date.from(clock.instant()));
        stage.work();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processDefinitionKey("follow-up")
                .timers()
                .singleResult();
    }
}
