package org.activationdesk.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The desk's sentences, from the message bundles, and its dates. */
@Component
public class Texts {
    /** Days and times are those of the Netherlands, where the desk's customers are, for every reader; a time names its zone. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence of a key; arguments are data and shown as they are, but for a day, which is said in words. */
    public String get(Language language, String key, Object... arguments) {
        Object[] said = Arrays.stream(arguments)
                .map(argument -> argument instanceof LocalDate day ? date(language, day) : argument)
                .toArray();
        return messages.getMessage(key, said, language.locale());
    }

    /** A date as in {@code 22 November 2026} or {@code 22 november 2026}. */
    public String date(Language language, LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    }

    /** A date with the time, as in {@code 22 November 2026, 14:05 CET}. */
    public String moment(Language language, Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", language.locale())
                .format(instant.atZone(ZONE));
    }

    public String date(Language language, Instant instant) {
        return date(language, instant.atZone(ZONE).toLocalDate());
    }

    /** A moment as in {@code 22 November 2026, 14:05:31 CET}. */
    public String exactMoment(Language language, Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss z", language.locale())
                .format(instant.atZone(ZONE));
    }
}
