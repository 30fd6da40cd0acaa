package org.activationdesk.problem;

import org.activationdesk.activation.Standing;

/** What a party is waited for; what it is to do is {@code pending.<name>} in the message bundles. */
public enum PendingStep {
    FIND_ADMINISTRATOR,
    NAME_ADMINISTRATOR,
    CONFIRM_ACCOUNT,
    FIND_PARTNER,
    SIGN_IN,
    ACCEPT_AGREEMENT,
    RENEW_SUBSCRIPTION,
    CHECK_SUBSCRIPTION,
    HELP_ADMINISTRATOR,
    HELP_PARTNER,
    READ_REPORT,
    SOLVE_PROBLEM,
    ANSWER_CASE;

    /** The next step of the activation itself, which has not ended. */
    static PendingStep of(Standing standing) {
        return switch (standing.status()) {
            case RECEIVED, FINDING_ADMINISTRATOR -> FIND_ADMINISTRATOR;
            case WITH_PARTNER -> standing.accountQuestioned() ? CONFIRM_ACCOUNT : NAME_ADMINISTRATOR;
            case WITH_MANAGER -> FIND_PARTNER;
            case INVITED -> SIGN_IN;
            case SIGNED_IN -> ACCEPT_AGREEMENT;
            case AGREEMENT_ACCEPTED -> RENEW_SUBSCRIPTION;
            case RENEWED -> CHECK_SUBSCRIPTION;
            case ACTIVE, WITHDRAWN, LAPSED -> throw new IllegalStateException("Nothing follows " + standing.status());
        };
    }
}
