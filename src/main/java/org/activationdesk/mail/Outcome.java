package org.activationdesk.mail;

import java.time.LocalDate;

/**
 * News of a mail after the mail server has taken it.
 *
 * @param answer what was said, without mailbox names; may be null
 * @param absentUntil the last day of an absence, where it could be read
 */
public record Outcome(MailState state, String answer, LocalDate absentUntil) {}
