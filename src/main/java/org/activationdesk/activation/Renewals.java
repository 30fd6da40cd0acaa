package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
     * Records the effect and the route; the effect must be confirmed, because the customer cannot undo it. What the admin
     * center shows is kept as far as it was filled in, for the check that comes later.
     *
     * @return whether the admin center shows it already; otherwise that is checked later
     */
    public boolean record(OrderKey order, Answer answer) {
        answer.hasOnly("effect", "route", "effectConfirmed", "seenEndDate", "seenSeats", "seenDomain");
        String effect =
                answer.choice("effect", "effect-invalid", SubscriptionChange.RENEW, SubscriptionChange.ADD_SEATS);
        String route = answer.choice("route", "route-invalid", "link", "portal");
        answer.confirmed("effectConfirmed", "effect-not-confirmed");
        Seen seen = Seen.of(answer);
        boolean expected = checks.isExpected(order, effect, seen);
        Map<TimelineEvent, String> events = new LinkedHashMap<>();
        events.put(TimelineEvent.SUBSCRIPTION_RENEWED, effect + " " + route);
        if (expected) {
            events.put(TimelineEvent.CHANGE_CHECKED, seen.toString());
        }
        Map<String, Object> columns = new HashMap<>(checks.columns(seen, expected, answer.who()));
        columns.put("renewal_effect", effect);
        columns.put("renewal_route", route);
        columns.put("renewed_at", OffsetDateTime.now(clock));
        columns.put("renewed_by", answer.who());
        activations.change(order, answer.who(), events, columns);
        return expected;
    }

    /** Ends the activation well, and tells the administrator and the partner. */
    public void confirm(OrderKey order) {
        Activation activation = activations.get(order);
        activations.end(order, TimelineEvent.SUBSCRIPTION_ACTIVE, Activations.DESK, null);
        correspondence.confirmToAdministrator(activation);
        correspondence.confirmToPartner(activation);
    }
}
