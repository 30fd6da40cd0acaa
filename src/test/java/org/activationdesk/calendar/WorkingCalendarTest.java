package org.activationdesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = FIRST.plusYears(10);
    private static final Map<String, ZoneId> ZONES = Map.of(
            "NL", ZoneId.of("Europe/Amsterdam"),
            "BE", ZoneId.of("Europe/Brussels"),
            "DE", ZoneId.of("Europe/Berlin"),
            "GB", ZoneId.of("Europe/London"),
            "US", ZoneId.of("America/New_York"));

    private static final Map<String, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();

    private final WorkingCalendar calendar =
            new WorkingCalendar(new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)));

    @ParameterizedTest
    @ValueSource(strings = {"NL", "BE", "DE", "GB", "US"})
    void every_day_of_ten_years_is_what_the_library_says(String country) {
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            assertThat(calendar.isWorkingDay(country, day))
                    .as("%s %s", country, day)
                    .isEqualTo(works(country, day));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL", "BE", "DE", "GB", "US"})
    void working_days_between_any_two_moments_are_those_that_one_counts_by_hand(String country) {
        Random random = new Random(20261122);
        long span =
                Duration.between(start(country, FIRST), start(country, LAST)).toSeconds();
        for (int sample = 0; sample < 400; sample++) {
            Instant from = start(country, FIRST).plusSeconds(random.nextLong(span));
            Instant to = from.plusSeconds(random.nextLong(sample % 10 == 0 ? span / 3 : 86_400 * 40L));
            assertThat(calendar.workingDays(country, from, to))
                    .as("%s %s to %s", country, from, to)
                    .isEqualTo(counted(country, from, to));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL", "BE", "DE", "GB", "US"})
    void both_changes_of_the_clock_neither_lose_nor_add_a_day(String country) {
        ZoneId zone = ZONES.get(country);
        ZoneOffsetTransition change = zone.getRules().nextTransition(start(country, FIRST));
        for (;
                change.getInstant().isBefore(start(country, LAST));
                change = zone.getRules().nextTransition(change.getInstant())) {
            for (int minutes = -26 * 60; minutes <= 26 * 60; minutes += 30) {
                Instant from = change.getInstant().plus(Duration.ofMinutes(minutes));
                for (int days : new int[] {0, 1, 2, 5}) {
                    Instant to = from.plus(Duration.ofDays(days));
                    assertThat(calendar.workingDays(country, from, to)).isEqualTo(counted(country, from, to));
                }
                int hour = from.atZone(zone).getHour();
                boolean open = works(country, from.atZone(zone).toLocalDate()) && hour >= 8 && hour < 20;
                assertThat(calendar.isOpen(country, from)).isEqualTo(open);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NL, 2027-03-28, false", // Easter Sunday
        "NL, 2027-03-29, false", // Easter Monday
        "NL, 2027-03-26, true", // Good Friday is no public holiday there
        "NL, 2027-04-27, false", // King's Day
        "NL, 2027-05-05, false", // Liberation Day; not everybody has the day off each year
        "BE, 2027-07-21, false",
        "DE, 2027-10-03, false",
        "GB, 2027-03-26, false",
        "GB, 2027-12-27, false", // Christmas Day falls on a Saturday
        "US, 2027-11-25, false",
        "US, 2027-12-31, false", // New Year's Day of 2028 falls on a Saturday
        "MS, 2029-01-01, false", // and Festival Day of 2028 on a Sunday
        "IL, 2027-01-03, true", // a Sunday
        "IL, 2027-01-01, false" // a Friday
    })
    void days_that_everybody_knows(String country, LocalDate day, boolean works) {
        assertThat(calendar.isWorkingDay(country, day)).isEqualTo(works);
    }

    @Test
    void a_holiday_that_is_observed_in_another_year_is_a_day_off_in_every_country() {
        for (String country : Locale.getISOCountries()) {
            if (HolidayManager.getSupportedCalendarCodes().contains(country)) {
                for (int year = FIRST.getYear(); year < LAST.getYear() + 10; year++) {
                    holidays(country, year).forEach(holiday -> assertThat(calendar.isWorkingDay(country, holiday))
                            .as("%s %s", country, holiday)
                            .isFalse());
                }
            }
        }
    }

    @Test
    void nobody_is_reminded_at_night_by_the_clock_of_their_own_country() {
        assertThat(calendar.isOpen("NL", Instant.parse("2027-01-12T06:59:59Z"))).isFalse();
        assertThat(calendar.isOpen("NL", Instant.parse("2027-01-12T07:00:00Z"))).isTrue();
        assertThat(calendar.isOpen("NL", Instant.parse("2027-01-12T18:59:59Z"))).isTrue();
        assertThat(calendar.isOpen("NL", Instant.parse("2027-01-12T19:00:00Z"))).isFalse();
        assertThat(calendar.isOpen("US", Instant.parse("2027-01-12T07:00:00Z"))).isFalse();
    }

    @Test
    void quiet_hours_may_lie_within_a_day_too() {
        QuietHours lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(lunch.contain(LocalTime.of(12, 0))).isTrue();
        assertThat(lunch.contain(LocalTime.of(13, 0))).isFalse();
        assertThat(lunch.contain(LocalTime.of(2, 0))).isFalse();
        QuietHours never = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(never.contain(LocalTime.of(2, 0))).isFalse();
    }

    @Test
    void every_country_where_people_live_has_a_time_zone_and_a_calendar() {
        Set<String> uninhabited = Set.of("BV", "HM");
        for (String country : Locale.getISOCountries()) {
            if (uninhabited.contains(country)) {
                continue;
            }
            assertThat(WorkingCalendar.zone(country).getId()).as(country).contains("/");
            assertThat(calendar.workingDays(country, start("NL", FIRST), start("NL", FIRST.plusYears(1))))
                    .as(country)
                    .isBetween(225, 262);
        }
    }

    /** Day by day, with the library asked each time. */
    private static int counted(String country, Instant from, Instant to) {
        LocalDate last = to.atZone(ZONES.get(country)).toLocalDate();
        int days = 0;
        for (LocalDate day = from.atZone(ZONES.get(country)).toLocalDate().plusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            days += works(country, day) ? 1 : 0;
        }
        return days;
    }

    private static boolean works(String country, LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        // A holiday of one year may be observed in another.
        return !weekend
                && IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
                        .noneMatch(year -> holidays(country, year).contains(day));
    }

    private static Set<LocalDate> holidays(String country, int year) {
        return HOLIDAYS.computeIfAbsent(country + year, any -> HolidayManager.getInstance(
                        ManagerParameters.create(country.toLowerCase(Locale.ROOT)))
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toSet()));
    }

    private static Instant start(String country, LocalDate day) {
        return day.atStartOfDay(ZONES.get(country)).toInstant();
    }
}
