package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/**
 * Who was asked to help since whoever has the turn does not answer. Whether one is open or settled the {@linkplain
 * Activations#lock locked} activation says.
 */
@Component
public class CallsForHelp {
    private static final String PARTNER = "help_asked_at";
    private static final String MANAGERS = "managers_asked_at";

    private final Activations activations;
    private final Clock clock;

    CallsForHelp(Activations activations, Clock clock) {
        this.activations = activations;
        this.clock = clock;
    }

    public void toPartner(Activation activation) {
        call(activation, TimelineEvent.PARTNERS_HELP_ASKED, PARTNER);
    }

    public void toManagers(Activation activation) {
        call(activation, TimelineEvent.MANAGERS_ASKED, MANAGERS);
    }

    private void call(Activation activation, TimelineEvent event, String column) {
        activations.change(
                activation.order(),
                event,
                Activations.DESK,
                activation.partnerName(),
                Map.of(column, OffsetDateTime.now(clock)));
    }

    /** The partner has answered. */
    public void partnerAnswered(OrderKey order) {
        activations.change(order, Activations.DESK, Map.of(), Collections.singletonMap(PARTNER, null));
    }

    /** The administrator has gone on. */
    public void partnerNotNeeded(OrderKey order) {
        activations.change(
                order,
                TimelineEvent.PARTNERS_HELP_NOT_NEEDED,
                Activations.DESK,
                null,
                Collections.singletonMap(PARTNER, null));
    }

    /** The partner, whom the managers were to ask, has answered. */
    public void managersNotNeeded(OrderKey order) {
        activations.change(order, Activations.DESK, Map.of(), Collections.singletonMap(MANAGERS, null));
    }

    /** A manager has spoken to the partner, whose time begins anew. */
    public void managersHelped(Activation activation, String who, String note) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<String, Object> columns = new HashMap<>();
        columns.put(MANAGERS, null);
        columns.put(PARTNER, activation.isHelpOpen() ? now : null);
        if (activation.status() == ActivationStatus.WITH_PARTNER) {
            columns.put("status_since", now);
        }
        activations.change(activation.order(), TimelineEvent.PARTNER_SPOKEN_TO, who, note, columns);
    }
}
