package org.activationdesk.purchase;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is known of product keys.
 *
 * @param life how long after the order a key can be used for the first time
 */
@ConfigurationProperties(prefix = "activation.key", ignoreUnknownFields = false)
record KeySettings(Period life) {
    LocalDate lapsesOn(LocalDate orderedOn) {
        return orderedOn.plus(life);
    }
}
