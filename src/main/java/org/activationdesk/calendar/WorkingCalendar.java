package org.activationdesk.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Days and hours as people in a country count them: by its time zone, its weekend and its public holidays. */
@Component
public class WorkingCalendar {
    private final Map<CountryYear, WorkingYear> years = new ConcurrentHashMap<>();
    private final QuietHours quietHours;

    WorkingCalendar(QuietHours quietHours) {
        this.quietHours = quietHours;
    }

    /** How many working days have begun after {@code from} until {@code to}: from Friday to Monday it is one. */
    public int workingDays(String country, Instant from, Instant to) {
        LocalDate first = date(country, from);
        LocalDate last = date(country, to);
        int days = year(country, last.getYear()).upTo(last)
                - year(country, first.getYear()).upTo(first);
        for (int year = first.getYear(); year < last.getYear(); year++) {
            days += year(country, year).days();
        }
        return Math.max(days, 0);
    }

    /** Whether somebody in that country may be reminded now: on a working day, outside the quiet hours. */
    public boolean isOpen(String country, Instant moment) {
        ZonedDateTime there = moment.atZone(zone(country));
        return isWorkingDay(country, there.toLocalDate()) && !quietHours.contain(there.toLocalTime());
    }

    /**
     * When so much time has passed for people who work from {@code opens} until {@code closes} on the working days of a
     * country: 24 hours of an office with eight a day are three working days.
     */
    public Instant after(String country, Instant from, Duration time, LocalTime opens, LocalTime closes) {
        ZonedDateTime there = from.atZone(zone(country));
        Duration left = time;
        LocalDate day = there.toLocalDate();
        LocalTime start = there.toLocalTime().isBefore(opens) ? opens : there.toLocalTime();
        while (true) {
            Duration today = isWorkingDay(country, day) && start.isBefore(closes)
                    ? Duration.between(start, closes)
                    : Duration.ZERO;
            if (today.compareTo(left) >= 0) {
                return ZonedDateTime.of(day, start, zone(country)).plus(left).toInstant();
            }
            left = left.minus(today);
            day = day.plusDays(1);
            start = opens;
        }
    }

    public LocalDate date(String country, Instant moment) {
        return moment.atZone(zone(country)).toLocalDate();
    }

    /** When a day begins there. */
    public Instant start(String country, LocalDate day) {
        return day.atStartOfDay(zone(country)).toInstant();
    }

    /** When the first working day there begins that is not before this day. */
    public Instant backAtWork(String country, LocalDate day) {
        LocalDate first = day;
        while (!isWorkingDay(country, first)) {
            first = first.plusDays(1);
        }
        return start(country, first);
    }

    boolean isWorkingDay(String country, LocalDate date) {
        return year(country, date.getYear()).works(date);
    }

    static ZoneId zone(String country) {
        return TimeZones.of(country);
    }

    private WorkingYear year(String country, int year) {
        return years.computeIfAbsent(new CountryYear(country, year), key -> new WorkingYear(key.country(), key.year()));
    }

    private record CountryYear(String country, int year) {}
}
