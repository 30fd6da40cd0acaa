package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.activationdesk.mail.Attachment;
import org.activationdesk.mail.RecipientRejected;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** What the administrator has done with the key. */
@Component
public class Renewals {
    private final Activations activations;
    private final SubscriptionChecks checks;
    private final Correspondence correspondence;
    private final ActivationProof proof;
    private final Clock clock;

    Renewals(
            Activations activations,
            SubscriptionChecks checks,
            Correspondence correspondence,
            ActivationProof proof,
            Clock clock) {
        this.activations = activations;
        this.checks = checks;
        this.correspondence = correspondence;
        this.proof = proof;
        this.clock = clock;
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
        Optional<Seen> seen = checks.asExpected(order, effect, Seen.of(answer));
        Map<TimelineEvent, String> events = new LinkedHashMap<>();
        events.put(TimelineEvent.SUBSCRIPTION_RENEWED, effect + " " + route);
        seen.ifPresent(found -> events.put(TimelineEvent.CHANGE_CHECKED, found.toString()));
        Map<String, Object> columns = new HashMap<>();
        columns.put("renewal_effect", effect);
        columns.put("renewal_route", route);
        columns.put("renewed_at", OffsetDateTime.now(clock));
        columns.put("renewed_by", answer.who());
        seen.ifPresent(found -> columns.putAll(checks.columns(found, true, answer.who())));
        activations.change(order, answer.who(), events, columns);
        return seen.isPresent();
    }

    /**
     * Tells the administrator and the partner that the subscription is active, and gives both the proof. It is active, even
     * where one of them has an address that the mail server refuses.
     */
    public void confirm(OrderKey order) {
        Activation activation = activations.get(order);
        Attachment pack = proof.of(activation);
        tell(activation, to -> correspondence.confirmToAdministrator(to, pack));
        tell(activation, to -> correspondence.confirmToPartner(to, pack));
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
