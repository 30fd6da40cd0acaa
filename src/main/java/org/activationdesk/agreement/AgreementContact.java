package org.activationdesk.agreement;

import java.time.Instant;
import org.activationdesk.purchase.ContactRole;

/**
 * A contact of an agreement, with what is known of it.
 *
 * @param confirmedOn when it was last confirmed: named by the partner, answered a question, or accepted for an order; null
 *     for never
 * @param confirmedBy the name of who did, or {@link ContactChecks#THEMSELVES}
 * @param invalidSince since when no mail goes to it; null for one that is live
 * @param askedAt when it was last asked whether it still is the contact; null for never
 */
public record AgreementContact(
        long agreementId,
        ContactRole role,
        String name,
        String email,
        Instant confirmedOn,
        String confirmedBy,
        Instant invalidSince,
        String invalidReason,
        Instant askedAt) {}
