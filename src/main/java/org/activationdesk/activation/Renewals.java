package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** What the administrator has done with the key. */
@Component
public class Renewals {
    private final Activations activations;
    private final SubscriptionChecks checks;
    private final Correspondence correspondence;
    private final Clock clock;

    Renewals(Activations activations, SubscriptionChecks checks, Correspondence correspondence, Clock clock) {
        this.activations = activations;
        this.checks = checks;
        this.correspondence = correspondence;
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

    /** Ends the activation well, and tells the administrator and the partner. */
    public void confirm(OrderKey order) {
        Activation activation = activations.get(order);
        activations.end(order, TimelineEvent.SUBSCRIPTION_ACTIVE, Activations.DESK, null);
        correspondence.confirmToAdministrator(activation);
        correspondence.confirmToPartner(activation);
    }
}
