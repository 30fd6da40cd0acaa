package org.activationdesk.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every purchase that was taken in. */
@Repository
public class Purchases {
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final JdbcClient database;
    private final Agreements agreements;
    private final KeySettings keys;
    private final Clock clock;

    Purchases(JdbcClient database, Agreements agreements, KeySettings keys, Clock clock) {
        this.database = database;
        this.agreements = agreements;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Takes a purchase in, within the caller's transaction.
     *
     * @return the agreement's id, or nothing where the same purchase is already known
     * @throws DifferentPurchase where another one is known under this number
     * @throws InvalidPurchase where the agreement contradicts what is known of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> receive(Purchase purchase) {
        byte[] hash = hash(purchase);
        if (isKnown(purchase.order(), hash)) {
            return Optional.empty();
        }
        long agreement = agreements.register(purchase.order().partner(), purchase.agreement(), purchase.contacts());
        if (insert(purchase, agreement, hash) == 0) {
            // Another request was faster. What differs is refused, which also takes back what was just registered.
            isKnown(purchase.order(), hash);
            return Optional.empty();
        }
        return Optional.of(agreement);
    }

    private boolean isKnown(OrderKey order, byte[] hash) {
        Optional<byte[]> known = database.sql(
                        "select request_hash from purchase where partner_id = :partner and order_number = :number")
                .param("partner", order.partner())
                .param("number", order.number())
                .query(byte[].class)
                .optional();
        if (known.isPresent() && !MessageDigest.isEqual(known.get(), hash)) {
            throw new DifferentPurchase(order);
        }
        return known.isPresent();
    }

    private int insert(Purchase purchase, long agreement, byte[] hash) {
        Optional<Subscription> subscription = Optional.ofNullable(purchase.subscription());
        return database.sql("""
                        insert into purchase (partner_id, order_number, agreement_id, product, quantity, ordered_on,
                                              usage_start, lapses_on, list_value, currency, request_hash,
                                              received_at, subscription_ends_on, subscription_seats)
                        values (:partner, :number, :agreement, :product, :quantity, :orderedOn,
                                :usageStart, :lapsesOn, :listValue, :currency, :hash, :now, :endsOn, :seats)
                        on conflict do nothing
                        """)
                .param("partner", purchase.order().partner())
                .param("number", purchase.order().number())
                .param("agreement", agreement)
                .param("product", purchase.product())
                .param("quantity", purchase.quantity())
                .param("orderedOn", purchase.orderedOn())
                .param("usageStart", purchase.usageStart())
                .param("lapsesOn", keys.lapsesOn(purchase.orderedOn()))
                .param("listValue", purchase.listValue())
                .param("currency", purchase.currency())
                .param("hash", hash)
                .param("now", OffsetDateTime.now(clock))
                .param("endsOn", subscription.map(Subscription::endDate).orElse(null))
                .param("seats", subscription.map(Subscription::seats).orElse(null))
                .update();
    }

    private static byte[] hash(Purchase purchase) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(purchase));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
