package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.OrderKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of every activation. A change and its lines in the timeline are one statement; see {@link KnownActivations}. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Activations {
    /** Who acts where nobody does. */
    public static final String DESK = "desk";

    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher listeners;

    Activations(JdbcClient database, Clock clock, ApplicationEventPublisher listeners) {
        this.database = database;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Activation> find(OrderKey order) {
        return Optional.ofNullable(KnownActivations.inThisTransaction().computeIfAbsent(order, this::read));
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

    /** Who accepted which text; none before anybody did. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Acceptance> acceptance(OrderKey order) {
        return database.sql("""
                        select a.accepted_text_version as version, a.accepted_text_language as language,
                               a.accepted_text_sha256 as sha256, a.accepted_at, coalesce(c.name, a.accepted_by) as accepted_by
                        from activation a left join account c on c.id = a.accepted_by
                        where a.order_key = :order and a.accepted_at is not null
                        """)
                .param("order", order.toString())
                .query(Acceptance.class)
                .optional();
    }

    /** Waits until nobody else changes this activation, and then reads it. */
    public Activation lock(OrderKey order) {
        database.sql("select 1 from activation where order_key = :order for no key update")
                .param("order", order.toString())
                .query(Integer.class)
                .single();
        KnownActivations.inThisTransaction().remove(order);
        return get(order);
    }

    void open(OrderKey order, long agreement, String who) {
        database.sql("""
                        with opened as (insert into activation (order_key, agreement_id, partner_id, status, status_since)
                                        values (:order, :agreement, :partner, :status, :now))
                        insert into timeline (order_key, at, event, who) values (:order, :now, :event, :who)
                        """)
                .param("order", order.toString())
                .param("agreement", agreement)
                .param("partner", order.partner())
                .param("status", ActivationStatus.RECEIVED.name())
                .param("now", OffsetDateTime.now(clock))
                .param("event", TimelineEvent.PURCHASE_RECEIVED.name())
                .param("who", who)
                .update();
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
        KnownActivations.inThisTransaction().remove(order);
        String assignments = columns.keySet().stream()
                .map(column -> ", " + column + " = :" + column)
                .collect(Collectors.joining());
        boolean problemIsOpen = database.sql("""
                        with entry as (insert into timeline (order_key, at, event, who, detail)
                                       select :order, :now, event, :who, detail
                                       from unnest(:events, :details) with ordinality as entry (event, detail, place)
                                       order by place)
                        update activation set status = coalesce(:status, status),
                               status_since = case when :status::text is null then status_since else :now end %s
                        where order_key = :order
                        returning exists (select from problem p where p.order_key = :order and p.resolved_at is null)
                        """.formatted(assignments))
                .params(columns)
                .param("order", order.toString())
                .param("now", OffsetDateTime.now(clock))
                .param("events", events.keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("details", events.values().toArray(String[]::new))
                .param("status", TimelineEvent.statusAfter(events.keySet()))
                .param("who", who)
                .query(Boolean.class)
                .single();
        events.keySet().forEach(event -> listeners.publishEvent(new Happening(order, event, problemIsOpen)));
    }

    /** Begins the waiting for the administrator anew, so that reminders and escalation count from now on. */
    public void waitAnew(OrderKey order) {
        KnownActivations.inThisTransaction().remove(order);
        database.sql("""
                        update activation set status_since = :now
                        where order_key = :order and status in ('INVITED', 'SIGNED_IN', 'AGREEMENT_ACCEPTED')
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("order", order.toString())
                .update();
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
