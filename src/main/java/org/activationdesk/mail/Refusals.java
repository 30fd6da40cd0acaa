package org.activationdesk.mail;

import java.util.UUID;

/** What follows when the mail server refuses a recipient for good. */
public interface Refusals {
    /** Writes the refusal down and draws its consequences, in one transaction. Safe to repeat. */
    void refused(UUID mail, String answer);
}
