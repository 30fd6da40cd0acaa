package org.activationdesk.activation;

/** Where an activation stands. */
public enum ActivationStatus {
    RECEIVED(Party.DESK),
    FINDING_ADMINISTRATOR(Party.DESK),
    WITH_PARTNER(Party.PARTNER),
    WITH_MANAGER(Party.MANAGERS),
    INVITED(Party.ADMINISTRATOR),
    SIGNED_IN(Party.ADMINISTRATOR),
    AGREEMENT_ACCEPTED(Party.ADMINISTRATOR),
    RENEWED(Party.ADMINISTRATOR),
    ACTIVE(Party.NOBODY),
    WITHDRAWN(Party.NOBODY),
    LAPSED(Party.NOBODY);

    private final Party holder;

    ActivationStatus(Party holder) {
        this.holder = holder;
    }

    /** Who has to act next. */
    public Party holder() {
        return holder;
    }

    public boolean ended() {
        return holder == Party.NOBODY;
    }
}
