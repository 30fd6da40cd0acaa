package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** What the administrator has done with the key. */
@Component
public class Renewals {
    private final Activations activations;
    private final Correspondence correspondence;
    private final ActivationProof proof;

    Renewals(Activations activations, Correspondence correspondence, ActivationProof proof) {
        this.activations = activations;
        this.correspondence = correspondence;
        this.proof = proof;
    }

    /** Records the effect and the route; the effect must be confirmed, because the customer cannot undo it. */
    public void record(OrderKey order, Answer answer) {
        answer.hasOnly("effect", "route", "effectConfirmed");
        String effect = answer.choice("effect", "effect-invalid", "renew", "addSeats");
        String route = answer.choice("route", "route-invalid", "link", "portal");
        answer.confirmed("effectConfirmed", "effect-not-confirmed");
        activations.renewed(order, effect, route, answer.who());
    }

    /** Tells the administrator and the partner that the subscription is active, and gives both the proof. */
    public void confirm(OrderKey order) {
        Activation activation = activations.get(order);
        correspondence.confirm(activation, proof.of(activation));
        activations.end(order, TimelineEvent.SUBSCRIPTION_ACTIVE, Activations.DESK, null);
    }
}
