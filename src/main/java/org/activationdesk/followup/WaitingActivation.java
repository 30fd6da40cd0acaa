package org.activationdesk.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.followup.Turn.Person;
import org.activationdesk.language.Language;
import org.activationdesk.mail.MailKind;
import org.activationdesk.problem.Owner;
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
        int reminders,
        Instant lastReminder,
        int partnerReminders,
        Instant lastPartnerReminder,
        Instant lastPartnerQuestion,
        LocalDate absentUntil,
        String managersTold,
        String version,
        Owner problemOwner,
        boolean problemRests,
        Instant problemSince,
        int problemReminders,
        Instant lastProblemReminder) {

    OrderKey order() {
        return OrderKey.of(orderKey);
    }

    /**
     * Everybody who is waited for: the administrator, the partner, or both when the partner was asked to help. While a
     * problem is open it is only whoever has to resolve it, once that can begin.
     */
    List<Turn> turns() {
        if (problemOwner != null) {
            return problemRests ? List.of() : problemTurn();
        }
        List<Turn> turns = new ArrayList<>();
        if (status.holder() == ActivationStatus.Holder.ADMINISTRATOR) {
            turns.add(administrators());
        }
        if (status.holder() == ActivationStatus.Holder.PARTNER) {
            turns.add(partners(statusSince, accountQuestioned ? "confirm" : "name", !accountQuestioned));
        } else if (isHelpOpen()) {
            turns.add(partners(helpAskedAt, "help", false));
        }
        return turns;
    }

    /** @param address of the managers, in lower case */
    boolean hasTold(String address) {
        return List.of(managersTold.split(" ")).contains(address);
    }

    /** An answer or a step of the administrator begins a new stage, and what was asked before it is of no meaning. */
    boolean isHelpOpen() {
        return helpAskedAt != null && !helpAskedAt.isBefore(statusSince);
    }

    /** A key that has been redeemed does not die any more. */
    boolean isKeyUsed() {
        return status == ActivationStatus.RENEWED;
    }

    private List<Turn> problemTurn() {
        return switch (problemOwner) {
            case ADMINISTRATOR -> List.of(problem(administrator()));
            case PARTNER -> List.of(problem(partner()));
            default -> List.of();
        };
    }

    private Turn problem(Person owner) {
        return new Turn(
                this,
                Stage.PROBLEM_OPEN,
                owner,
                problemSince,
                owner.partner() ? null : absentUntil,
                problemReminders,
                lastProblemReminder,
                false,
                owner.partner() ? MailKind.PARTNER_REMINDER : MailKind.REMINDER,
                Stage.PROBLEM_OPEN.name());
    }

    private Person administrator() {
        Language language = Language.of(administratorLanguage).orElse(Language.EN);
        return new Person(administratorEmail, administratorName, language, country, false);
    }

    private Person partner() {
        Language language = Language.of(partnerLanguage).orElse(Language.EN);
        return new Person(escalationAddress, partnerName, language, partnerCountry, true);
    }

    private Turn administrators() {
        Stage stage = stage();
        return new Turn(
                this,
                stage,
                administrator(),
                statusSince,
                absentUntil,
                reminders,
                lastReminder,
                isHelpOpen(),
                MailKind.REMINDER,
                stage.name());
    }

    private Turn partners(Instant since, String task, boolean asked) {
        boolean told = asked || lastPartnerQuestion != null && !lastPartnerQuestion.isBefore(since);
        return new Turn(
                this,
                Stage.PARTNERS_ANSWER,
                partner(),
                since,
                null,
                partnerReminders,
                lastPartnerReminder,
                managersAskedAt != null && !managersAskedAt.isBefore(since),
                told ? MailKind.PARTNER_REMINDER : MailKind.PARTNER_QUESTION,
                task);
    }

    private Stage stage() {
        return switch (status) {
            case SIGNED_IN -> Stage.ACCEPT;
            case AGREEMENT_ACCEPTED -> Stage.RENEW;
            case RENEWED -> Stage.CHECK;
            default -> Stage.WAIT_FOR_SIGN_IN;
        };
    }
}
