package org.activationdesk.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The time zone of each country, which Java does not know. */
final class TimeZones {
    private static final Map<String, ZoneId> BY_COUNTRY = read();

    private TimeZones() {}

    static ZoneId of(String country) {
        return BY_COUNTRY.getOrDefault(country, ZoneOffset.UTC);
    }

    private static Map<String, ZoneId> read() {
        Properties zones = new Properties();
        try (InputStream file = TimeZones.class.getResourceAsStream("/calendar/zones.properties")) {
            zones.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return zones.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        country -> country, country -> ZoneId.of(zones.getProperty(country))));
    }
}
