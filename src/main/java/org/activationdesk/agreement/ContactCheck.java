package org.activationdesk.agreement;

import java.time.Instant;
import org.activationdesk.purchase.ContactRole;
import org.activationdesk.purchase.OrderKey;

/**
 * The question to a contact whether it still is one, as the mail asked it.
 *
 * @param orderKey the newest order of the agreement when it was asked
 * @param partner the name of the partner that asks
 */
public record ContactCheck(
        String orderKey,
        long agreementId,
        String email,
        ContactRole role,
        String organisation,
        String partner,
        Instant queuedAt,
        Instant confirmedOn,
        boolean live) {

    OrderKey order() {
        return OrderKey.of(orderKey);
    }

    /** How the question stands, by what the register says of the contact now. */
    public State state() {
        if (!live) {
            return State.GONE;
        }
        return confirmedOn != null && !confirmedOn.isBefore(queuedAt) ? State.CONFIRMED : State.OPEN;
    }

    /** The states of a question. */
    public enum State {
        OPEN,
        CONFIRMED,
        GONE
    }
}
