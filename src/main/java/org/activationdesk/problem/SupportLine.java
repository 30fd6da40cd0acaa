package org.activationdesk.problem;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * When Microsoft's support line works, by the clock, the weekend and the holidays of the customer's country.
 *
 * @param answer how much working time it takes to answer, unless a case is promised something else
 */
@ConfigurationProperties(prefix = "activation.support-line", ignoreUnknownFields = false)
public record SupportLine(
        @DateTimeFormat(iso = ISO.TIME) LocalTime opens,
        @DateTimeFormat(iso = ISO.TIME) LocalTime closes,
        Duration answer) {

    public SupportLine {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "activation.support-line.opens must be before activation.support-line.closes");
        }
    }
}
