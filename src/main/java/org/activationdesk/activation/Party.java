package org.activationdesk.activation;

/** Who can have a part in an activation, and be waited for. */
public enum Party {
    DESK,
    ADMINISTRATOR,
    PARTNER,
    MANAGERS,
    /** Microsoft's support, which has a case that a manager has opened. */
    SUPPORT,
    NOBODY
}
