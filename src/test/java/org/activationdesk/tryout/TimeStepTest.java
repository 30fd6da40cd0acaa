package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStepTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-10-23T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT15M, 2026-10-23T08:15:00Z",
        "P1DT2H, 2026-10-24T10:00:00Z",
        "P1W, 2026-10-30T09:00:00Z",
        "P6M, 2027-04-23T08:00:00Z"
    })
    void moves_by_the_calendar(String step, Instant expected) {
        assertThat(TimeStep.of(step).from(NOW, AMSTERDAM)).isEqualTo(expected);
    }

    @Test
    void keeps_the_hour_when_summer_time_ends() {
        assertThat(TimeStep.of("P3D").from(NOW, AMSTERDAM)).isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3D", "tomorrow", "P", "PT", "P1DT", "P99999999999D"})
    void refuses_what_is_not_a_period(String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeStep.of(step))
                .withMessageContaining("is not a period: write P3D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1D", "-P3D", "PT-5M", "P1DT-25H"})
    void refuses_to_go_back(String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeStep.of(step).from(NOW, AMSTERDAM))
                .withMessageContaining("forward only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P11Y", "P2147483647Y", "PT999999999999H"})
    void refuses_to_leave_our_time(String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeStep.of(step).from(NOW, AMSTERDAM))
                .withMessageContaining("at most 10 years");
    }
}
