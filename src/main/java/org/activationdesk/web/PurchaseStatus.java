package org.activationdesk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.SentMail;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Owner;
import org.activationdesk.problem.PendingAction;
import org.activationdesk.problem.PendingStep;
import org.activationdesk.problem.Problem;

/**
 * How a purchase stands, as partners' systems read it.
 *
 * @param status {@code BLOCKED} while a problem is open, else where the activation stands
 * @param heldBy who has to act next
 * @param waitsFor everybody who is waited for, {@code heldBy} first; nobody once it has ended
 * @param problem the problem that is open, if there is one
 */
record PurchaseStatus(
        String partner,
        String orderNumber,
        String organisation,
        String product,
        int quantity,
        String status,
        Instant statusSince,
        HeldBy heldBy,
        List<HeldBy> waitsFor,
        OpenProblem problem,
        List<TimelineEntry> timeline,
        List<MailStatus> mails) {

    /**
     * What is known of a mail's fate; to whom it went the partner need not know.
     *
     * @param attempts how often the mail server was asked to take it
     * @param answer what the last mail server said
     * @param absentUntil the last day of the reader's absence, where an automatic answer named one
     */
    record MailStatus(
            MailKind kind, Instant sentAt, MailState state, int attempts, String answer, LocalDate absentUntil) {
        static MailStatus of(SentMail mail) {
            return new MailStatus(
                    mail.kind(), mail.sentAt(), mail.state(), mail.attempts(), mail.answer(), mail.absentUntil());
        }
    }

    /**
     * Somebody who is waited for.
     *
     * @param step what they are to do; null where nothing has to be done any more
     * @param since when it became, or becomes, their turn
     * @param restsUntil before which there is nothing to do; null: now
     * @param absentUntil the last day of the administrator's absence; null where none is known
     */
    record HeldBy(Party role, String name, PendingStep step, Instant since, Instant restsUntil, LocalDate absentUntil) {
        static HeldBy of(PendingAction action, Activation activation) {
            String name =
                    switch (action.party()) {
                        case ADMINISTRATOR -> activation.administratorName();
                        case PARTNER -> activation.partnerName();
                        default -> null;
                    };
            return new HeldBy(
                    action.party(), name, action.step(), action.since(), action.restsUntil(), action.absentUntil());
        }
    }

    /**
     * A problem that somebody has to resolve.
     *
     * @param problem its number in the list of problems
     * @param waitsUntil when it is the owner's turn; null: now
     * @param caseNumber of the case at Microsoft's support, if there is one
     */
    record OpenProblem(
            KnownProblem problem,
            Instant reportedAt,
            Owner owner,
            String nextStep,
            Instant waitsUntil,
            String caseNumber) {
        static OpenProblem of(Problem problem) {
            return new OpenProblem(
                    problem.problem(),
                    problem.reportedAt(),
                    problem.owner(),
                    problem.nextStep(),
                    problem.waitsUntil(),
                    problem.caseNumber());
        }
    }

    static PurchaseStatus of(
            Activation activation,
            Optional<Problem> problem,
            List<PendingAction> pending,
            List<TimelineEntry> timeline,
            List<SentMail> mails) {
        List<HeldBy> waits =
                pending.stream().map(action -> HeldBy.of(action, activation)).toList();
        return new PurchaseStatus(
                activation.order().partner(),
                activation.order().number(),
                activation.organisation(),
                activation.product(),
                activation.quantity(),
                problem.isPresent() ? "BLOCKED" : activation.status().name(),
                problem.map(Problem::reportedAt).orElse(activation.statusSince()),
                waits.isEmpty()
                        ? new HeldBy(Party.NOBODY, null, null, activation.statusSince(), null, null)
                        : waits.get(0),
                waits,
                problem.map(OpenProblem::of).orElse(null),
                timeline,
                mails.stream().map(MailStatus::of).toList());
    }
}
