package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.Purchase;
import org.activationdesk.purchase.Purchases.Registered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of every activation. What is changed here the same transaction knows at once, and everybody after its commit. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Activations {
    /** Who acts where nobody does. */
    public static final String DESK = "desk";

    private static final Set<ActivationStatus> WAIT_FOR_ADMINISTRATOR =
            EnumSet.of(ActivationStatus.INVITED, ActivationStatus.SIGNED_IN, ActivationStatus.AGREEMENT_ACCEPTED);

    private final JdbcClient database;
    private final Changes changes;
    private final Clock clock;

    Activations(JdbcClient database, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Activation> find(OrderKey order) {
        return KnownActivations.inThisTransaction().find(order, this::read);
    }

    private Activation read(OrderKey order) {
        return database.sql("select * from activation_overview where order_key = :order")
                .param("order", order.toString())
                .query(Activation.class)
                .optional()
                .orElse(null);
    }

    /** The activation of an order that is known to exist. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Activation get(OrderKey order) {
        return find(order).orElseThrow(() -> new IllegalStateException("No activation for order " + order));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public List<TimelineEntry> timeline(OrderKey order) {
        return database.sql("""
                        select t.at, t.event, coalesce(c.name, t.who) as who, t.detail
                        from timeline t left join account c on c.id = t.who
                        where t.order_key = :order order by t.id
                        """)
                .param("order", order.toString())
                .query(TimelineEntry.class)
                .list();
    }

    /**
     * Waits until nobody else changes this activation, and reads it. Where somebody has changed it meanwhile, what the same
     * statement read beside the row that it waited for is old, so it finds nothing then, and another one reads.
     */
    public Activation lock(OrderKey order) {
        KnownActivations known = KnownActivations.inThisTransaction();
        known.forget(order);
        database.sql("""
                        with locked as materialized (
                            select order_key, xmin as version from activation where order_key = :order for no key update)
                        select o.*
                        from locked
                             join activation a on a.order_key = locked.order_key and a.xmin = locked.version
                             join activation_overview o on o.order_key = locked.order_key
                        """)
                .param("order", order.toString())
                .query(Activation.class)
                .optional()
                .ifPresent(known::know);
        return get(order);
    }

    void open(Purchase purchase, Registered agreement, String who) {
        changes.open(purchase, agreement, who);
    }

    void administratorFound(OrderKey order, Contact administrator) {
        change(
                order,
                TimelineEvent.ADMINISTRATOR_FOUND,
                DESK,
                administrator.role().name(),
                AdministratorColumns.of(administrator, null));
    }

    /** Somebody has to be found; whoever had signed in has no part in it any more. */
    public void escalate(OrderKey order, TimelineEvent event, String who, EscalationReason reason, String detail) {
        Map<String, Object> columns = AdministratorColumns.nobody();
        columns.put("escalation_reason", reason.code());
        columns.put("escalation_detail", detail == null ? "" : detail);
        change(order, event, who, detail, columns);
    }

    void passOn(OrderKey order, String partner, String who) {
        change(order, TimelineEvent.RIGHT_PARTNER_FOUND, who, partner, Map.of("partner_id", partner));
    }

    /** What the agreement says of it has changed: it is read anew when somebody asks. */
    void agreementChanged(OrderKey order) {
        KnownActivations.inThisTransaction().forget(order);
    }

    /** The account takes the activation on; it is bound when {@code confirmed}, and waits for the partner otherwise. */
    void signedIn(OrderKey order, Visitor visitor, boolean confirmed) {
        change(
                order,
                confirmed ? TimelineEvent.ADMINISTRATOR_SIGNED_IN : TimelineEvent.ORGANISATION_QUESTIONED,
                visitor.accountId(),
                visitor.domain(),
                AdministratorColumns.of(visitor, confirmed));
    }

    void organisationConfirmed(OrderKey order, String who) {
        change(order, TimelineEvent.ORGANISATION_CONFIRMED, who, null, Map.of("organisation_confirmed", true));
    }

    /** Writes an event into the timeline and moves the activation to the status of that event, if it has one. */
    public void note(OrderKey order, TimelineEvent event, String who, String detail) {
        change(order, event, who, detail, Map.of());
    }

    /** As {@link #note}, together with a change of columns; their names come from the code, never from input. */
    void change(OrderKey order, TimelineEvent event, String who, String detail, Map<String, Object> columns) {
        change(order, who, Collections.singletonMap(event, detail), columns);
    }

    /** As {@link #change}, with several events of one moment and what the timeline says of each. */
    void change(OrderKey order, String who, Map<TimelineEvent, String> events, Map<String, Object> columns) {
        changes.change(order, who, events, columns);
    }

    /** Begins the waiting for the administrator anew, so that reminders and escalation count from now on. */
    public void waitAnew(OrderKey order) {
        if (WAIT_FOR_ADMINISTRATOR.contains(get(order).status())) {
            change(order, DESK, Map.of(), Map.of("status_since", OffsetDateTime.now(clock)));
        }
    }

    /** The account gives the activation back: it was not the customer's. */
    void release(OrderKey order, String who) {
        change(order, TimelineEvent.ORGANISATION_REJECTED, who, null, AdministratorColumns.nobody());
    }

    /** Ends the activation; the timeline keeps who ended it and why. */
    public void end(OrderKey order, TimelineEvent event, String who, String detail) {
        change(order, event, who, detail, Map.of("ended_at", OffsetDateTime.now(clock), "ended_by", who));
    }
}
