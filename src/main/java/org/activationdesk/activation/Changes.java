package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.activationdesk.ledger.Ledger;
import org.activationdesk.partner.Partners;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.Purchase;
import org.activationdesk.purchase.Purchases.Registered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The only one who changes activations and writes the timeline. Both go to the database with what else the transaction writes
 * ({@link Ledger}); whoever asks in between is told of them ({@link KnownActivations}).
 */
@Component
class Changes {
    private final Ledger ledger;
    private final Partners partners;
    private final Clock clock;
    private final ApplicationEventPublisher listeners;

    Changes(Ledger ledger, Partners partners, Clock clock, ApplicationEventPublisher listeners) {
        this.ledger = ledger;
        this.partners = partners;
        this.clock = clock;
        this.listeners = listeners;
    }

    void open(Purchase purchase, Registered agreement, String who) {
        OrderKey order = purchase.order();
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<String, Object> columns = Map.of(
                "agreement_id", agreement.id(),
                "partner_id", order.partner(),
                "status", ActivationStatus.RECEIVED.name(),
                "status_since", now);
        enter(entries -> {
            entries.open(order, columns);
            entries.line(order, now, TimelineEvent.PURCHASE_RECEIVED, who, null);
        });
        partners.all().stream()
                .filter(partner -> partner.id().equals(order.partner()))
                .findAny()
                .map(partner -> Overview.of(purchase, agreement, partner, columns))
                .ifPresent(KnownActivations.inThisTransaction()::know);
    }

    /** Several events of one moment, with what the timeline says of each, and a change of columns. */
    void change(OrderKey order, String who, Map<TimelineEvent, String> events, Map<String, Object> columns) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<String, Object> all = new HashMap<>(columns);
        TimelineEvent.statusAfter(events.keySet()).ifPresent(status -> {
            all.put("status", status.name());
            all.put("status_since", now);
        });
        enter(entries -> {
            entries.change(order, Overview.written(all));
            events.forEach((event, detail) -> {
                entries.line(order, now, event, who, detail);
                listeners.publishEvent(new Happening(order, event, who, () -> hadProblem(entries, order)));
            });
        });
        KnownActivations.inThisTransaction().change(order, before -> Overview.after(before, all));
    }

    private void enter(Consumer<ActivationEntries> entry) {
        ledger.enter(ActivationEntries.class, ActivationEntries::new, entry);
    }

    private boolean hadProblem(ActivationEntries entries, OrderKey order) {
        ledger.write();
        return entries.problemIsOpen(order);
    }
}
