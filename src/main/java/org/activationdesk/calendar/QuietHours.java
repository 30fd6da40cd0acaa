package org.activationdesk.calendar;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * When nobody is reminded.
 *
 * @param from from this hour on, by the clock of the recipient's country
 * @param until until this hour; the same one means that no hour is quiet
 */
@ConfigurationProperties(prefix = "activation.quiet-hours", ignoreUnknownFields = false)
public record QuietHours(
        @DateTimeFormat(iso = ISO.TIME) LocalTime from,
        @DateTimeFormat(iso = ISO.TIME) LocalTime until) {
    boolean contain(LocalTime time) {
        if (from.equals(until)) {
            return false;
        }
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
