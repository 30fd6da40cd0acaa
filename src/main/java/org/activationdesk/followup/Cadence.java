package org.activationdesk.followup;

/** What follows on a situation. */
@FunctionalInterface
public interface Cadence {
    Step next(Situation situation);
}
