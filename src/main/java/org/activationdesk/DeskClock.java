package org.activationdesk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The desk's time: everything asks this clock, and nothing else, what time it is. An auto-configuration, so that another
 * clock can stand in for it.
 */
@AutoConfiguration
class DeskClock {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return new Microseconds(Clock.systemUTC());
    }

    /**
     * Counts microseconds as the database does, so a time that was written down is the same when it is read. Java's own
     * ticking clock cannot be asked for milliseconds then.
     */
    private static final class Microseconds extends Clock {
        private final Clock clock;

        private Microseconds(Clock clock) {
            this.clock = clock;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Microseconds(clock.withZone(zone));
        }

        @Override
        public Instant instant() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }
}
