package org.activationdesk.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.activationdesk.language.Language;
import org.activationdesk.mail.MailKind;

/**
 * One person who is waited for.
 *
 * @param since when it became that person's turn
 * @param absentUntil the last day of the person's absence; null where none is known
 * @param lastReminder null where none has been sent since
 * @param escalated whether somebody else has been asked to help
 * @param asked whether a mail has told the person at all
 * @param task the end of the key of the sentence that says what to do
 */
record Turn(
        WaitingActivation activation,
        Stage stage,
        Person person,
        Instant since,
        LocalDate absentUntil,
        int reminders,
        Instant lastReminder,
        boolean escalated,
        boolean asked,
        String task) {

    /** What a mail to this person about this activation is, now. */
    MailKind kind() {
        if (!person.partner()) {
            return MailKind.REMINDER;
        }
        return asked ? MailKind.PARTNER_REMINDER : MailKind.PARTNER_QUESTION;
    }

    /** Whoever reads the mail; a country decides what day it is and whether it is night. */
    record Person(String address, String name, Language language, String country, boolean partner) {}
}
