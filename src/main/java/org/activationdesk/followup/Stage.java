package org.activationdesk.followup;

/** What is waited for; the table knows the stages by these names. */
public enum Stage {
    WAIT_FOR_SIGN_IN,
    ACCEPT,
    RENEW,
    CHECK,
    PARTNERS_ANSWER,
    PROBLEM_OPEN
}
