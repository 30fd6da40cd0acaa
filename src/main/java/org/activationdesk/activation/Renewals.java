package org.activationdesk.activation;

import java.util.Optional;
import java.util.function.Consumer;
import org.activationdesk.mail.RecipientRejected;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** What the administrator has done with the key. */
@Component
public class Renewals {
    private final Activations activations;
    private final SubscriptionChecks checks;
    private final Correspondence correspondence;

    Renewals(Activations activations, SubscriptionChecks checks, Correspondence correspondence) {
        this.activations = activations;
        this.checks = checks;
        this.correspondence = correspondence;
    }

    /**
     * Records the effect and the route; the effect must be confirmed, because the customer cannot undo it.
     *
     * @return whether the admin center shows it already; otherwise that is checked later
     */
    public boolean record(OrderKey order, Answer answer) {
        answer.hasOnly("effect", "route", "effectConfirmed", "seenEndDate", "seenSeats", "seenDomain");
        String effect =
                answer.choice("effect", "effect-invalid", SubscriptionChange.RENEW, SubscriptionChange.ADD_SEATS);
        String route = answer.choice("route", "route-invalid", "link", "portal");
        answer.confirmed("effectConfirmed", "effect-not-confirmed");
        Optional<Seen> seen = Seen.of(answer);
        activations.renewed(order, effect, route, answer.who());
        return checks.isVisible(activations.get(order), effect, seen, answer.who());
    }

    /**
     * Tells the administrator and the partner that the subscription is active. It is, even where one of them has an address
     * that the mail server refuses.
     */
    public void confirm(OrderKey order) {
        Activation activation = activations.get(order);
        tell(activation, correspondence::confirmToAdministrator);
        tell(activation, correspondence::confirmToPartner);
        activations.end(order, TimelineEvent.SUBSCRIPTION_ACTIVE, Activations.DESK, null);
    }

    private void tell(Activation activation, Consumer<Activation> mail) {
        try {
            mail.accept(activation);
        } catch (RecipientRejected rejected) {
            activations.note(
                    activation.order(), TimelineEvent.CONFIRMATION_REJECTED, Activations.DESK, rejected.answer());
        }
    }
}
