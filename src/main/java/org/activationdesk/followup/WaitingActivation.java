package org.activationdesk.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.Standing;
import org.activationdesk.followup.Turn.Person;
import org.activationdesk.language.Language;
import org.activationdesk.mail.MailKind;
import org.activationdesk.problem.PendingAction;
import org.activationdesk.problem.PendingStep;
import org.activationdesk.problem.Problem;
import org.activationdesk.purchase.OrderKey;

/** An activation that waits for a person, as the view of the same name gives it. */
record WaitingActivation(
        String orderKey,
        ActivationStatus status,
        Instant statusSince,
        String administratorName,
        String administratorEmail,
        String administratorLanguage,
        Instant helpAskedAt,
        Instant managersAskedAt,
        boolean accountQuestioned,
        String organisation,
        String country,
        String product,
        int quantity,
        LocalDate lapsesOn,
        String partnerName,
        String partnerCountry,
        String partnerLanguage,
        String escalationAddress,
        String partnerPhone,
        int reminders,
        Instant lastReminder,
        int partnerReminders,
        Instant lastPartnerReminder,
        Instant lastPartnerQuestion,
        LocalDate absentUntil,
        String managersTold,
        String version,
        int problemReminders,
        Instant lastProblemReminder)
        implements Standing {

    /** Where the partner is reached: an address, and a telephone number where one is known. */
    String partnersContact() {
        return partnerPhone == null ? escalationAddress : escalationAddress + ", " + partnerPhone;
    }

    OrderKey order() {
        return OrderKey.of(orderKey);
    }

    /** @param problem the open one, or null */
    List<PendingAction> pending(Problem problem, Instant now) {
        return PendingAction.of(this, problem, absentUntil, now);
    }

    /** Those of them whom mails remind, once they can begin. Managers look into their list, and support has promised a day. */
    List<Turn> turns(List<PendingAction> pending) {
        return pending.stream()
                .filter(action -> action.restsUntil() == null)
                .filter(action -> action.party() == Party.ADMINISTRATOR || action.party() == Party.PARTNER)
                .map(action -> turn(action, isEscalated(action, pending)))
                .toList();
    }

    /** @param address of the managers, in lower case */
    boolean hasTold(String address) {
        return List.of(managersTold.split(" ")).contains(address);
    }

    /** A key that has been redeemed does not die any more. */
    boolean isKeyUsed() {
        return status == ActivationStatus.RENEWED;
    }

    /** Whether somebody else is asked because this party does not answer. */
    private static boolean isEscalated(PendingAction action, List<PendingAction> pending) {
        PendingStep help = action.party() == Party.PARTNER ? PendingStep.HELP_PARTNER : PendingStep.HELP_ADMINISTRATOR;
        return pending.stream().anyMatch(other -> other.step() == help);
    }

    private Turn turn(PendingAction action, boolean escalated) {
        Person person = action.party() == Party.PARTNER ? partner() : administrator();
        MailKind kind = kind(action);
        if (action.step() == PendingStep.SOLVE_PROBLEM) {
            return new Turn(this, action, person, problemReminders, lastProblemReminder, escalated, kind);
        }
        return person.partner()
                ? new Turn(this, action, person, partnerReminders, lastPartnerReminder, escalated, kind)
                : new Turn(this, action, person, reminders, lastReminder, escalated, kind);
    }

    /** A step of which a mail of its own has told is reminded of; the others are news to the partner at first. */
    private MailKind kind(PendingAction action) {
        return switch (action.step()) {
            case CONFIRM_ACCOUNT, HELP_ADMINISTRATOR ->
                lastPartnerQuestion != null && !lastPartnerQuestion.isBefore(action.since())
                        ? MailKind.PARTNER_REMINDER
                        : MailKind.PARTNER_QUESTION;
            default -> action.party() == Party.PARTNER ? MailKind.PARTNER_REMINDER : MailKind.REMINDER;
        };
    }

    private Person administrator() {
        Language language = Language.of(administratorLanguage).orElse(Language.EN);
        return new Person(administratorEmail, administratorName, language, country, false);
    }

    private Person partner() {
        Language language = Language.of(partnerLanguage).orElse(Language.EN);
        return new Person(escalationAddress, partnerName, language, partnerCountry, true);
    }
}
