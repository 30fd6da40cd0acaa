package org.activationdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The clock of a desk that nobody tries out: all other tests move theirs. */
class DeskClockTest {
    private final Clock clock = new DeskClock().clock();

    @RepeatedTest(20)
    void counts_microseconds_as_the_database_does() {
        assertThat(clock.instant().getNano() % 1000).isZero();
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        assertThat(clock.instant()).isBetween(before, Instant.now());
        assertThat(clock.withZone(ZoneOffset.ofHours(2)).instant().getNano() % 1000)
                .isZero();
    }

    @Test
    void can_be_asked_for_milliseconds() {
        long before = System.currentTimeMillis();
        assertThat(clock.millis()).isBetween(before, System.currentTimeMillis());
    }
}
