package org.activationdesk.productkey;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.productkey.KeyEntry.Outcome;
import org.activationdesk.purchase.OrderKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The product keys that administrators have entered: their last five characters and their hashes. */
@Repository
public class ProductKeys {
    private static final int MOST_TRIES = 5;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient database;
    private final Activations activations;
    private final KeyHashes hashes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProductKeys(
            JdbcClient database,
            Activations activations,
            KeyHashes hashes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.activations = activations;
        this.hashes = hashes;
        this.events = events;
        this.clock = clock;
    }

    /** The key that was entered for an order. */
    public Optional<EnteredKey> find(OrderKey order) {
        return database.sql("select last_five, entered_at from product_key where order_key = :order")
                .param("order", order.toString())
                .query(EnteredKey.class)
                .optional();
    }

    /** What the key of an order ends in, where the partner has said so. */
    public Optional<String> ending(OrderKey order) {
        return database.sql("""
                        select key_last_five from purchase
                        where partner_id = :partner and order_number = :number and key_last_five is not null
                        """)
                .param("partner", order.partner())
                .param("number", order.number())
                .query(String.class)
                .optional();
    }

    /**
     * Takes a key in. The same key again changes nothing, another one replaces it.
     *
     * @param text whatever was typed or pasted
     * @param confirmed whether the person has looked again and says that unusual characters stand there
     * @param who the account of the person
     */
    @Transactional
    public KeyEntry enter(OrderKey order, String text, boolean confirmed, String who) {
        TypedKey key = TypedKey.of(text);
        return objection(key, confirmed).orElseGet(() -> KeyEntry.of(outcome(order, key, who)));
    }

    private static Optional<KeyEntry> objection(TypedKey key, boolean confirmed) {
        if (key.length() != TypedKey.LENGTH) {
            Outcome outcome = key.length() == 0 ? Outcome.EMPTY : Outcome.WRONG_LENGTH;
            return Optional.of(new KeyEntry(outcome, key.length(), List.of()));
        }
        List<Misfit> misfits = key.misfits();
        boolean other = misfits.stream().anyMatch(misfit -> misfit.character() == null);
        if (misfits.isEmpty() || confirmed && !other) {
            return Optional.empty();
        }
        return Optional.of(new KeyEntry(other ? Outcome.OTHER_ALPHABET : Outcome.TO_CONFIRM, key.length(), misfits));
    }

    private Outcome outcome(OrderKey order, TypedKey key, String who) {
        if (activations.lock(order).status().ended()) {
            return Outcome.CLOSED;
        }
        if (ending(order).filter(ending -> !ending.equals(key.lastFive())).isPresent()) {
            return Outcome.OTHER_ENDING;
        }
        byte[] hash = hashes.of(key);
        if (isKeyOf(order, hash)) {
            return Outcome.RECORDED;
        }
        if (triesTooMany(order, who)) {
            return Outcome.TOO_MANY;
        }
        return record(order, key, hash, who);
    }

    private Outcome record(OrderKey order, TypedKey key, byte[] hash, String who) {
        if (!take(order, key, hash, who)) {
            activations.note(order, TimelineEvent.PRODUCT_KEY_ALREADY_USED, who, key.lastFive());
            events.publishEvent(new KeyAlreadyUsed(order, who));
            return Outcome.ALREADY_USED;
        }
        database.sql("delete from product_key where order_key = :order and hash <> :hash")
                .param("order", order.toString())
                .param("hash", hash)
                .update();
        activations.note(order, TimelineEvent.PRODUCT_KEY_ENTERED, who, key.lastFive());
        return Outcome.RECORDED;
    }

    private boolean isKeyOf(OrderKey order, byte[] hash) {
        return database.sql("select exists (select from product_key where hash = :hash and order_key = :order)")
                .param("hash", hash)
                .param("order", order.toString())
                .query(Boolean.class)
                .single();
    }

    /**
     * Claims a key for an order; false where another one has it. Waits for whoever claims it at the same moment. An order
     * that was withdrawn gives its key back: it was never activated, and the partner may have registered it anew.
     */
    private boolean take(OrderKey order, TypedKey key, byte[] hash, String who) {
        return database.sql("""
                        insert into product_key as known (hash, order_key, last_five, entered_at, entered_by)
                        values (:hash, :order, :lastFive, :now, :who)
                        on conflict (hash) do update
                        set order_key = excluded.order_key, entered_at = excluded.entered_at,
                            entered_by = excluded.entered_by
                        where exists (select from activation former
                                      where former.order_key = known.order_key and former.status = 'WITHDRAWN')
                        """)
                        .param("hash", hash)
                        .param("order", order.toString())
                        .param("lastFive", key.lastFive())
                        .param("now", OffsetDateTime.now(clock))
                        .param("who", who)
                        .update()
                > 0;
    }

    /** Whether the account has entered many keys for this order lately, or many used ones for any of its orders. */
    private boolean triesTooMany(OrderKey order, String who) {
        return database.sql("""
                        select count(*) filter (where t.order_key = :order) >= :most
                               or count(*) filter (where t.event = 'PRODUCT_KEY_ALREADY_USED') >= :most
                        from timeline t join activation a on a.order_key = t.order_key
                        where a.account_id = :who and t.at > :since
                          and t.event in ('PRODUCT_KEY_ENTERED', 'PRODUCT_KEY_ALREADY_USED')
                        """)
                .param("order", order.toString())
                .param("who", who)
                .param("most", MOST_TRIES)
                .param("since", OffsetDateTime.now(clock).minus(WINDOW))
                .query(Boolean.class)
                .single();
    }
}
