package org.activationdesk.activation;

/** Where an activation stands. */
public enum ActivationStatus {
    RECEIVED(Holder.DESK),
    FINDING_ADMINISTRATOR(Holder.DESK),
    WITH_PARTNER(Holder.PARTNER),
    WITH_MANAGER(Holder.MANAGERS),
    INVITED(Holder.ADMINISTRATOR),
    SIGNED_IN(Holder.ADMINISTRATOR),
    AGREEMENT_ACCEPTED(Holder.ADMINISTRATOR),
    RENEWED(Holder.ADMINISTRATOR),
    ACTIVE(Holder.NOBODY),
    WITHDRAWN(Holder.NOBODY),
    LAPSED(Holder.NOBODY);

    private final Holder holder;

    ActivationStatus(Holder holder) {
        this.holder = holder;
    }

    /** Who has to act next. */
    public Holder holder() {
        return holder;
    }

    public boolean ended() {
        return holder == Holder.NOBODY;
    }

    /** Who can hold an activation. */
    public enum Holder {
        DESK,
        ADMINISTRATOR,
        PARTNER,
        MANAGERS,
        NOBODY
    }
}
