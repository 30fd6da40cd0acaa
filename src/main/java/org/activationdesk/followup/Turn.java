package org.activationdesk.followup;

import java.time.Instant;
import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;
import org.activationdesk.mail.MailKind;
import org.activationdesk.problem.PendingAction;
import org.activationdesk.problem.PendingStep;

/**
 * One person who is waited for.
 *
 * @param lastReminder null where none has been sent since
 * @param escalated whether somebody else has been asked to help
 * @param kind what a mail to this person about this activation is, now
 */
record Turn(
        WaitingActivation activation,
        PendingAction action,
        Person person,
        int reminders,
        Instant lastReminder,
        boolean escalated,
        MailKind kind) {

    Instant since() {
        return action.since();
    }

    /** What the table knows it as. */
    Stage stage() {
        return switch (action.step()) {
            case SIGN_IN -> Stage.WAIT_FOR_SIGN_IN;
            case ACCEPT_AGREEMENT -> Stage.ACCEPT;
            case RENEW_SUBSCRIPTION -> Stage.RENEW;
            case CHECK_SUBSCRIPTION -> Stage.CHECK;
            case SOLVE_PROBLEM -> Stage.PROBLEM_OPEN;
            default -> Stage.PARTNERS_ANSWER;
        };
    }

    /** Whether no mail has told the person yet. */
    boolean isNews() {
        return kind == MailKind.PARTNER_QUESTION || kind == MailKind.MANAGERS_QUESTION;
    }

    /** The managers' turn besides this one, as one of their addresses is told it. */
    Turn toManagers(String address) {
        return new Turn(
                activation,
                new PendingAction(Party.MANAGERS, PendingStep.HELP_PARTNER, since(), null, null, null),
                new Person(address, null, Language.EN, person.country(), true),
                0,
                null,
                true,
                MailKind.MANAGERS_QUESTION);
    }

    /**
     * Whoever reads the mail, {@code partner} in Tasklist; a country decides what day it is and whether it is night.
     *
     * @param name null where the address is that of a team
     */
    record Person(String address, String name, Language language, String country, boolean partner) {}
}
