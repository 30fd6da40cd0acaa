package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;

/** The proof of a good end. The record gives it away and does not know what is in it. */
public interface ActivationProof {
    /**
     * The SHA-256, in hexadecimal, of {@code proof.json}: the proof that the activation of an order has come to its good end.
     * What it says is kept when it is first asked for, so the digest stays the same.
     */
    String sha256(OrderKey order);
}
