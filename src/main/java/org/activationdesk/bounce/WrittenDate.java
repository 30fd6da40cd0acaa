package org.activationdesk.bounce;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date that stands in a text in English, Dutch, German or French. One that can mean two days, as 04/05/2026, is not read.
 *
 * @param start where it begins in the text
 * @param end where the text goes on behind it
 */
record WrittenDate(LocalDate day, int start, int end) {
    private static final List<String> MONTHS = List.of(
            "jan(?:uary|uari|uar|v|vier)?|jänner",
            "feb(?:ruary|ruari|ruar|r)?|f[eé]vr?(?:ier)?",
            "mar(?:ch|s)?|maart|mrt|märz?",
            "apr(?:il)?|avr(?:il)?",
            "may|mei|mai",
            "june?|juni|juin",
            "july?|juli|juil(?:let)?",
            "aug(?:ust|ustus)?|ao[uû]t",
            "sept?(?:ember|embre)?",
            "o[ck]t(?:ober|obre)?",
            "nov(?:ember|embre)?",
            "d[eé][cz](?:ember|embre)?");
    private static final String MONTH = "(?:" + String.join("|", MONTHS) + ")(?!\\p{L})";
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.,/-])(?:(\\d{4})-(\\d{2})-(\\d{2})"
                    + "|(\\d{1,2})([./-])(\\d{1,2})\\5(\\d{4})"
                    + "|(\\d{1,2})(?:st|nd|rd|th|er|\\.|e)?(?: of| de)? (" + MONTH + ")\\.?,?(?: (\\d{4}))?"
                    + "|(" + MONTH + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?)(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** All of them, as they follow. Where the year is missing it is the next such day. */
    static List<WrittenDate> in(String text, LocalDate today) {
        List<WrittenDate> dates = new ArrayList<>();
        Matcher match = DATE.matcher(text);
        while (match.find()) {
            LocalDate day = day(match, today);
            if (day != null) {
                dates.add(new WrittenDate(day, match.start(), match.end()));
            }
        }
        return dates;
    }

    private static LocalDate day(Matcher match, LocalDate today) {
        try {
            if (match.group(1) != null) {
                return LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
            }
            if (match.group(4) != null) {
                return numeric(number(match, 4), match.group(5), number(match, 6), number(match, 7));
            }
            return match.group(8) != null
                    ? named(number(match, 8), match.group(9), match.group(10), today)
                    : named(number(match, 12), match.group(11), match.group(13), today);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Dots and hyphens put the day first everywhere; with slashes Americans put the month first. */
    private static LocalDate numeric(int first, String separator, int second, int year) {
        if (separator.equals("/") && first <= 12 && second <= 12 && first != second) {
            return null;
        }
        return second > 12 ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    }

    private static LocalDate named(int day, String name, String year, LocalDate today) {
        int month = 1;
        while (!name.matches("(?iu)" + MONTHS.get(month - 1))) {
            month++;
        }
        if (year != null) {
            return LocalDate.of(Integer.parseInt(year), month, day);
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
