package org.activationdesk.followup;

/** What follows on a situation. */
public interface Cadence {
    /** Never the same for two that may say different things. */
    String version();

    Step next(Situation situation);
}
