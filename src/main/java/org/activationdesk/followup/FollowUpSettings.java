package org.activationdesk.followup;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * When the desk follows up.
 *
 * @param cycle how often it looks for what is due, as an ISO 8601 repetition
 * @param jobTime how long one job mails before another goes on; far below the lock time of a job
 * @param quietFrom from this hour on nobody is reminded, by the clock of the recipient's country
 * @param quietUntil until this hour; the same one means that no hour is quiet
 */
@ConfigurationProperties(prefix = "activation.follow-up", ignoreUnknownFields = false)
public record FollowUpSettings(
        String cycle,
        Duration jobTime,
        @DateTimeFormat(iso = ISO.TIME) LocalTime quietFrom,
        @DateTimeFormat(iso = ISO.TIME) LocalTime quietUntil) {
    boolean isQuiet(LocalTime time) {
        if (quietFrom.equals(quietUntil)) {
            return false;
        }
        return quietFrom.isBefore(quietUntil)
                ? !time.isBefore(quietFrom) && time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) || time.isBefore(quietUntil);
    }
}
