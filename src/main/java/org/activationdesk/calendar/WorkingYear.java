package org.activationdesk.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The working days of one country in one year, counted once so that nobody has to walk through years of waiting. */
final class WorkingYear {
    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(SATURDAY, SUNDAY);
    private static final Set<DayOfWeek> FRIDAY_AND_SATURDAY = EnumSet.of(FRIDAY, SATURDAY);
    /** Where the weekend is Friday and Saturday, from Unicode's CLDR. */
    private static final Set<String> WITH_FRIDAY =
            Set.of("BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE");

    /** How many working days the year has up to and including its n-th day. */
    private final int[] upTo;

    WorkingYear(String country, int year) {
        Set<LocalDate> holidays = holidays(country, year);
        Set<DayOfWeek> weekend = WITH_FRIDAY.contains(country) ? FRIDAY_AND_SATURDAY : SATURDAY_AND_SUNDAY;
        upTo = new int[Year.of(year).length() + 1];
        for (int day = 1; day < upTo.length; day++) {
            LocalDate date = LocalDate.ofYearDay(year, day);
            boolean works = !weekend.contains(date.getDayOfWeek()) && !holidays.contains(date);
            upTo[day] = upTo[day - 1] + (works ? 1 : 0);
        }
    }

    /**
     * Without regions, because an agreement knows its country only; countries that nobody has written down have none. A
     * holiday that falls on a weekend may be observed in the year before or after its own, so those are asked too.
     */
    private static Set<LocalDate> holidays(String country, int year) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country)) {
            return Set.of();
        }
        HolidayManager calendar =
                HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(asked -> calendar.getHolidays(Year.of(asked), HolidayType.PUBLIC_HOLIDAY))
                .flatMap(Set::stream)
                .map(Holiday::getDate)
                .collect(Collectors.toSet());
    }

    int upTo(LocalDate date) {
        return upTo[date.getDayOfYear()];
    }

    boolean works(LocalDate date) {
        return upTo(date) > upTo[date.getDayOfYear() - 1];
    }

    int days() {
        return upTo[upTo.length - 1];
    }
}
