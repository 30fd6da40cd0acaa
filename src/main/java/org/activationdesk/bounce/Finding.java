package org.activationdesk.bounce;

/** What a message in the bounce mailbox turns out to be. */
enum Finding {
    /** A mail server gave up on the mail, for good or after days of trying. */
    FAILED,
    /** A mail server keeps trying. */
    DELAYED,
    /** A mail server delivered the mail or passed it on; no more is known. */
    DELIVERED,
    /** An answering machine, or a ticket system. */
    AUTOMATIC,
    /** Anything else, people who answer among it: kept for a person. */
    UNCLEAR
}
