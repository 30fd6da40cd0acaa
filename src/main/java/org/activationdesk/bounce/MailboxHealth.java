package org.activationdesk.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Tells whether the bounce mailbox is read: the health {@code bounceMailbox}, and since when it is not, as a meter. */
@Component("bounceMailboxHealthIndicator")
class MailboxHealth extends AbstractHealthIndicator implements MeterBinder {
    /** Twice the longest pause between two looks. */
    private static final Duration LONGEST = MailboxSettings.LONGEST_POLL.multipliedBy(2);

    private final MailboxSettings settings;
    private final Readings readings;

    MailboxHealth(MailboxSettings settings, Readings readings) {
        super("The time of the last reading of the bounce mailbox cannot be asked");
        this.settings = settings;
        this.readings = readings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!settings.given()) {
            health.unknown();
            return;
        }
        Duration age = readings.age();
        health.status(age.compareTo(LONGEST) < 0 ? "UP" : "DOWN").withDetail("lastRead", age);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (settings.given()) {
            TimeGauge.builder("activation.bounce.mailbox.unread", readings, TimeUnit.SECONDS, since -> since.age()
                            .toSeconds())
                    .description("Time since the bounce mailbox was last read to its end")
                    .register(registry);
        }
    }
}
