package org.activationdesk.activation;

import java.time.Instant;

/** Where an activation stands, as far as that decides who is waited for. */
public interface Standing {
    ActivationStatus status();

    Instant statusSince();

    /** When the partner was asked to help; null where nobody asks. */
    Instant helpAskedAt();

    /** When the managers were asked to help with the partner; null where nobody asks. */
    Instant managersAskedAt();

    /** Whether the partner is asked if the account that has signed in is its customer's. */
    boolean accountQuestioned();

    /** Whether the partner is asked to help; an answer or a step of the administrator begins a new stage. */
    default boolean isHelpOpen() {
        return helpAskedAt() != null && !helpAskedAt().isBefore(statusSince());
    }

    /** Since when it has been the partner's turn, if it is. */
    default Instant partnersTurnSince() {
        return isHelpOpen() ? helpAskedAt() : statusSince();
    }

    /** Whether the managers are asked to help with the partner. */
    default boolean isManagersHelpOpen() {
        return managersAskedAt() != null && !managersAskedAt().isBefore(partnersTurnSince());
    }
}
