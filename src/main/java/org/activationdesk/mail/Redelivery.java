package org.activationdesk.mail;

import java.util.UUID;

/**
 * Tries again what the mail server did not take at once: with growing pauses, and visible to whoever has to help where trying
 * alone does not. Whoever does it calls {@link Delivery#again}.
 */
public interface Redelivery {
    /** Joins the caller's transaction. */
    void begin(UUID mail);
}
