package org.activationdesk.agreement;

import java.util.List;
import java.util.Set;
import org.activationdesk.purchase.Program;

/**
 * An agreement as its partner sees it.
 *
 * @param licence License ID, or authorization and license number
 * @param contacts in the order of the recipient chain
 */
public record AgreementOverview(
        long id,
        String organisation,
        Program program,
        String licence,
        String partner,
        Set<Risk> risks,
        List<AgreementContact> contacts) {

    /** Why the next activation of an agreement may find nobody. */
    public enum Risk {
        /** No live contact is left. */
        NOBODY,
        /** All live contacts are one person: one mailbox. */
        ONE,
        /** No live contact has been confirmed for long. */
        UNCONFIRMED
    }
}
