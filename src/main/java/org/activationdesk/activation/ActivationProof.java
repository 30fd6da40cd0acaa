package org.activationdesk.activation;

import org.activationdesk.mail.Attachment;
import org.activationdesk.purchase.OrderKey;

/** Makes the proof of a good end. The record gives it away and does not know what is in it. */
public interface ActivationProof {
    /**
     * The proof that the activation of an order has come to its good end, to be attached to the mails that say so. Asked
     * again, it says the same: what it says is kept when it is first asked for.
     */
    Attachment of(OrderKey order);
}
