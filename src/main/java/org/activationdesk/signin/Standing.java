package org.activationdesk.signin;

/** How an account stands to the tenant that vouches for it. Only members have rights here and are remembered. */
public enum Standing {
    /** One of the organisation's own people. */
    MEMBER,
    /** Invited from elsewhere: another organisation's person, or a private one. */
    GUEST,
    /** A private Microsoft account, not one of work or school. */
    PERSONAL
}
