package org.activationdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
        assertThat(clock.withZone(ZoneOffset.ofHours(2)).instant().getNano() % 1000)
                .isZero();
    }

    @Test
    void can_be_asked_for_milliseconds() {
        assertThat(clock.millis()).isCloseTo(System.currentTimeMillis(), within(1000L));
    }
}
