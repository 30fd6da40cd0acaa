package org.activationdesk.purchase;

import java.time.LocalDate;
import java.time.Period;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is known of product keys.
 *
 * @param life how long after the order a key can be used for the first time
 * @param hashKey Base64 of at least 32 random bytes, with which product keys are hashed
 */
@ConfigurationProperties(prefix = "activation.key", ignoreUnknownFields = false)
public record KeySettings(Period life, String hashKey) {
    /** The bytes of the hash key. */
    public byte[] hashSecret() {
        return Base64.getDecoder().decode(hashKey);
    }

    LocalDate lapsesOn(LocalDate orderedOn) {
        return orderedOn.plus(life);
    }
}
