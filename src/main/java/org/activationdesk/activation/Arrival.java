package org.activationdesk.activation;

/** How an arrival through an activation link ends. */
public enum Arrival {
    /** The account is bound; its task is waiting. */
    LET_IN,
    /** The agreement names no tenant: the visitor has to say whether this is the customer's organisation. */
    CONFIRM_ORGANISATION,
    /** Nothing proves that the account is the customer's, so the partner has been asked. */
    PARTNER_ASKED,
    /** A personal account, or one of another tenant. Nothing was bound. */
    WRONG_ACCOUNT,
    /** Another account has taken the activation on. */
    TAKEN_BY_ANOTHER,
    /** The activation has ended. */
    ALREADY_DONE,
    /** The partner is being asked who the administrator is. */
    NOT_NOW
}
