package org.activationdesk.problem;

import java.time.Instant;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus.Holder;
import org.activationdesk.activation.Activations;

/**
 * A problem that was reported.
 *
 * @param reportedBy an account, {@code link} or {@code desk}
 * @param message what the screen said, product keys masked; an empty text where nothing was added
 * @param owner whose turn it is; null until the table has been asked, together with {@code advice} and {@code nextStep}
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

    /** Whose turn it is, as activations say it. */
    public Holder turnOf() {
        return switch (owner) {
            case ADMINISTRATOR -> Holder.ADMINISTRATOR;
            case PARTNER -> Holder.PARTNER;
            default -> Holder.MANAGERS;
        };
    }

    /** Who holds its task. The partner holds that of an administrator who has not signed in, and can help. */
    public Holder holder(Activation activation) {
        return isWithUnknownAccount(activation) ? Holder.PARTNER : turnOf();
    }
}
