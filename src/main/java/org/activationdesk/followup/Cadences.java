package org.activationdesk.followup;

/** Where the cadence is kept; the process room implements it with the table {@code processes/follow-up.dmn}. */
public interface Cadences {
    /** The one that is in force now. */
    Cadence current();
}
