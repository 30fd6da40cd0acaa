package org.activationdesk.bounce;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last day of an absence, read from an English, Dutch or German answer: what stands behind words such as "until" or "back
 * on". A date that can mean two days, as 04/05/2026, is not read.
 */
final class AbsenceDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String WEEKDAY = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? "
            + "|(?:maan|dins|woens|donder|vrij|zater|zon)dag,? |(?:mon|diens|donners|frei|sams|sonn)tag,? |mittwoch,? )?";
    private static final String LAST_DAY =
            "until|till|through|up to and including|tot en met|t/m|tot|bis(?: einschließlich| einschl\\.)?(?: zum)?";
    private static final String FIRST_DAY_BACK =
            "back(?: in the office)?(?: on)?|return(?:ing)?(?: to the office)?(?: on)?|available again (?:on|from)"
                    + "|weer (?:aanwezig|bereikbaar|terug)(?: op| vanaf)?|terug(?: op)?|vanaf"
                    + "|wieder (?:im büro |erreichbar |da )?(?:am|ab)(?: dem)?|zurück(?: am| ab)?|ab dem";
    private static final Pattern DATE = Pattern.compile(
            "\\b(?:(" + LAST_DAY + ")|(" + FIRST_DAY_BACK + ")) (?:and including |including )?(?:the )?" + WEEKDAY
                    + "(?:den |dem )?(?:(\\d{4})-(\\d{2})-(\\d{2})"
                    + "|(\\d{1,2})([./-])(\\d{1,2})\\7(\\d{4})"
                    + "|(\\d{1,2})(?:st|nd|rd|th|\\.|e)?(?: of)? ([a-zä]{3,9})\\.?,?(?: (\\d{4}))?"
                    + "|([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Matcher match;
    private final LocalDate today;

    private AbsenceDate(Matcher match, LocalDate today) {
        this.match = match;
        this.today = today;
    }

    static Optional<LocalDate> in(String text, LocalDate today) {
        Matcher match = DATE.matcher(text.replaceAll("\\s+", " "));
        while (match.find()) {
            Optional<LocalDate> day = new AbsenceDate(match, today).lastDay();
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> lastDay() {
        return date().map(day -> match.group(1) != null ? day : day.minusDays(1))
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(1)));
    }

    private Optional<LocalDate> date() {
        try {
            if (match.group(3) != null) {
                return Optional.of(LocalDate.of(number(3), number(4), number(5)));
            }
            if (match.group(6) != null) {
                return numeric(number(6), match.group(7), number(8), number(9));
            }
            return match.group(10) != null
                    ? named(number(10), match.group(11), match.group(12))
                    : named(number(14), match.group(13), match.group(15));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Dots and hyphens put the day first everywhere; with slashes Americans put the month first. */
    private static Optional<LocalDate> numeric(int first, String separator, int second, int year) {
        if (separator.equals("/") && first <= 12 && second <= 12 && first != second) {
            return Optional.empty();
        }
        return Optional.of(second > 12 ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
    }

    private Optional<LocalDate> named(int day, String name, String year) {
        int month = month(name);
        if (month == 0) {
            return Optional.empty();
        }
        if (year != null) {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, day));
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return Optional.of(thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear);
    }

    private static int month(String name) {
        String english = name.toLowerCase(Locale.ROOT)
                .replaceFirst("^mei|^mai", "may")
                .replaceFirst("^maa|^mrt|^mär", "mar")
                .replaceFirst("^okt", "oct")
                .replaceFirst("^dez", "dec");
        return MONTHS.indexOf(english.substring(0, 3)) + 1;
    }

    private int number(int group) {
        return Integer.parseInt(match.group(group));
    }
}
