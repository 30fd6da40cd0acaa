package org.activationdesk.activation;

import java.time.Instant;

/**
 * One line of an activation's history.
 *
 * @param who a person's name, a partner's system, or {@code desk}
 */
public record TimelineEntry(Instant at, TimelineEvent event, String who, String detail) {}
