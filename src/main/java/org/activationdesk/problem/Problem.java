package org.activationdesk.problem;

import java.time.Instant;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Party;

/**
 * A problem that was reported.
 *
 * @param reportedBy an account, {@code link} or {@code desk}
 * @param message what the screen said, product keys masked; an empty text where nothing was added
 * @param owner whose turn it is; null until the table has been asked, together with {@code advice} and {@code nextStep}
 * @param advised for whom the advice was written, which stays when somebody else gets the problem; null before
 * @param waitsUntil when it is the owner's turn; null: at once
 * @param caseNumber of the support case, where Microsoft's support has the problem or has had it
 * @param promisedAt by when support has promised an answer
 * @param note what whoever had it last has written about it
 * @param resolvedAt null while it is open
 */
public record Problem(
        long id,
        String orderKey,
        KnownProblem problem,
        Instant reportedAt,
        String reportedBy,
        String message,
        Owner owner,
        String advice,
        String nextStep,
        Owner advised,
        Instant ownerSince,
        Instant waitsUntil,
        String caseNumber,
        Instant promisedAt,
        String note,
        Instant resolvedAt,
        String resolvedBy) {

    public boolean isOpen() {
        return resolvedAt == null;
    }

    /** Whether the desk did at once what had to be done; for a name it asked the partner. */
    public boolean wasDoneAtOnce() {
        return !isOpen() && resolvedBy.equals(Activations.DESK) && Remedy.AT_ONCE.contains(nextStep);
    }

    /** Whether the owner is an administrator whom the desk knows by address only: nobody who could hold a task. */
    public boolean isWithUnknownAccount(Activation activation) {
        return owner == Owner.ADMINISTRATOR && !activation.isBound();
    }

    /** Whose turn it is; {@link PendingAction} says whether it has begun. */
    public Party turnOf() {
        return owner.party();
    }

    /** When it is, or became, the owner's turn. */
    Instant turnSince() {
        return waitsUntil == null || waitsUntil.isBefore(ownerSince) ? ownerSince : waitsUntil;
    }

    /** Whether Microsoft's support has promised an answer. */
    boolean isWithSupport() {
        return caseNumber != null && waitsUntil != null;
    }

    /** Who holds its task. The partner holds that of an administrator who has not signed in, and can help. */
    public Party holder(Activation activation) {
        return isWithUnknownAccount(activation) ? Party.PARTNER : turnOf();
    }
}
