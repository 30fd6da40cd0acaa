package org.activationdesk.problem;

import java.time.Duration;
import java.util.Set;

/**
 * What is to be done about a problem.
 *
 * @param advice its sentences are {@code advice.<advice>} in the message bundles
 * @param pause how long to wait first
 * @param nextStep its sentence is {@code next-step.<nextStep>} in the message bundles
 */
public record Remedy(Owner owner, String advice, Duration pause, String nextStep) {
    /** The steps that the desk takes at once. */
    static final String NAME_ADMINISTRATOR = "name-administrator";

    static final String SEND_LINK = "send-link";
    static final String EXPLAIN = "explain";
    static final Set<String> AT_ONCE = Set.of(NAME_ADMINISTRATOR, SEND_LINK, EXPLAIN);
}
