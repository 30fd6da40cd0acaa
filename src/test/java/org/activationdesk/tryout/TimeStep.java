package org.activationdesk.tryout;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How far the clock moves: ISO 8601, days and longer by the calendar, hours and shorter by the watch. */
public record TimeStep(Period period, Duration duration) {
    private static final String EXAMPLES = "P3D for three days, P6M for six months or PT15M for fifteen minutes";
    private static final int MOST_YEARS = 10;

    public static TimeStep of(String text) {
        String step = text.trim();
        try {
            int time = step.indexOf('T');
            return new TimeStep(
                    time == 1 ? Period.ZERO : Period.parse(time < 0 ? step : step.substring(0, time)),
                    time < 0 ? Duration.ZERO : Duration.parse("P" + step.substring(time)));
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a period: write %s.".formatted(shortened(step), EXAMPLES), unreadable);
        }
    }

    private static String shortened(String step) {
        return step.length() <= 30 ? step : step.substring(0, 30) + "…";
    }

    Instant from(Instant now, ZoneId zone) {
        ZonedDateTime start = now.atZone(zone);
        Instant end = end(start);
        if (!end.isAfter(now)) {
            throw new IllegalArgumentException("The clock goes forward only: write %s.".formatted(EXAMPLES));
        }
        if (end.isAfter(start.plusYears(MOST_YEARS).toInstant())) {
            throw tooFar();
        }
        return end;
    }

    private Instant end(ZonedDateTime start) {
        try {
            return start.plus(period).plus(duration).toInstant();
        } catch (DateTimeException | ArithmeticException beyondTime) {
            throw tooFar();
        }
    }

    private static IllegalArgumentException tooFar() {
        return new IllegalArgumentException("The clock moves at most %d years at a time.".formatted(MOST_YEARS));
    }
}
