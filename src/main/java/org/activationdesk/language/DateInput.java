package org.activationdesk.language;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days as people type them. Taken are {@code 2028-01-31}, {@code 31-1-2028}, {@code 31.1.2028}, {@code 31/1/2028} and a month by
 * its English or Dutch name, {@code 31 January 2028} or {@code January 31, 2028}. Nothing is guessed: a day that does not exist, a
 * year of two digits and {@code 3/4/2028}, which is April to some and March to others, are no date.
 */
public final class DateInput {
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<day>\\d{1,2})(?<mark>[-./])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})[ -](?<name>\\p{Alpha}+)\\.?,?[ -](?<year>\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<name>\\p{Alpha}+)\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Map<String, Integer> MONTHS = Arrays.stream(Month.values())
            .flatMap(month -> names(month).map(name -> Map.entry(name, month.getValue())))
            .distinct()
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private DateInput() {}

    /** The day between 2000 and 2100 that was typed; nothing where it can be read in no way or in two. */
    public static Optional<LocalDate> read(String typed) {
        String text = SPACES.matcher(typed).replaceAll(" ").strip();
        return Stream.of(ISO, NUMBERS, DAY_FIRST, MONTH_FIRST)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(DateInput::date)
                .filter(date -> date.getYear() >= 2000 && date.getYear() <= 2100);
    }

    private static Optional<LocalDate> date(Matcher parts) {
        int day = Integer.parseInt(parts.group("day"));
        int year = Integer.parseInt(parts.group("year"));
        if (parts.pattern() == DAY_FIRST || parts.pattern() == MONTH_FIRST) {
            return Optional.ofNullable(MONTHS.get(parts.group("name").toLowerCase(Locale.ROOT)))
                    .flatMap(month -> existing(year, month, day));
        }
        int month = Integer.parseInt(parts.group("month"));
        return parts.pattern() == NUMBERS && parts.group("mark").equals("/") && day <= 12 && day != month
                ? Optional.empty()
                : existing(year, month, day);
    }

    private static Optional<LocalDate> existing(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** In full, shortened as the language does, and by the first three letters. */
    private static Stream<String> names(Month month) {
        return Arrays.stream(Language.values())
                .flatMap(language -> {
                    String full = month.getDisplayName(TextStyle.FULL, language.locale());
                    String brief = month.getDisplayName(TextStyle.SHORT, language.locale());
                    return Stream.of(full, brief.replace(".", ""), full.substring(0, 3));
                })
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct();
    }
}
