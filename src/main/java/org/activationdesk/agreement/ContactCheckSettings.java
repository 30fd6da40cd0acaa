package org.activationdesk.agreement;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When contacts should be asked whether they still are.
 *
 * @param after after how long without a confirmation a contact no longer counts as confirmed
 * @param linkLife how long the link lives with which a contact answers
 */
@ConfigurationProperties(prefix = "activation.contact-check", ignoreUnknownFields = false)
record ContactCheckSettings(Period after, Period linkLife) {}
