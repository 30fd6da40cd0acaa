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
 * @param kind what a mail to this person about this activation is, now
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
        MailKind kind,
        String task) {

    /** Whether no mail has told the person yet. */
    boolean isNews() {
        return kind == MailKind.PARTNER_QUESTION || kind == MailKind.MANAGERS_QUESTION;
    }

    /** The managers' turn besides this one, as one of their addresses is told it. */
    Turn toManagers(String address) {
        return new Turn(
                activation,
                stage,
                new Person(address, null, Language.EN, person.country(), true),
                since,
                null,
                0,
                null,
                true,
                MailKind.MANAGERS_QUESTION,
                "managers");
    }

    /**
     * Whoever reads the mail, {@code partner} in Tasklist; a country decides what day it is and whether it is night.
     *
     * @param name null where the address is that of a team
     */
    record Person(String address, String name, Language language, String country, boolean partner) {}
}
