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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
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

    private static final String WORDS = SearchWords.of(
            ":number", ":product", ":organisation", SearchWords.nameOf(":partner"), SearchWords.ofContacts());

    /** The list shows former orders under the name that the organisation has now, so they are found by it. */
    private static final String RENAME = """
            update purchase p set words = p.words || search_words(:organisation)
            from registered join agreement before using (id) join activation a on a.agreement_id = before.id
            where before.organisation <> :organisation
              and p.partner_id = split_part(a.order_key, '/', 1) and p.order_number = split_part(a.order_key, '/', 2)""";

    private final JdbcClient database;
    private final Agreements agreements;
    private final KeySettings keys;
    private final Clock clock;

    Purchases(@Qualifier("register") JdbcClient database, Agreements agreements, KeySettings keys, Clock clock) {
        this.database = database;
        this.agreements = agreements;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Takes a purchase in, within the caller's transaction.
     *
     * @return its agreement, or nothing where the same purchase is already known
     * @throws DifferentPurchase where another one is known under this number
     * @throws InvalidPurchase where the agreement contradicts what is known of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Registered> receive(Purchase purchase) {
        byte[] hash = hash(purchase);
        Optional<Registered> registered = insert(purchase, hash);
        registered.ifPresent(
                agreement -> agreement.mustBelongTo(purchase.agreement().tenantId()));
        if (registered.filter(Registered::taken).isEmpty()) {
            // Known before, or another request was faster. What differs is refused, and what was just registered taken
            // back.
            mustBeTheSame(purchase.order(), hash);
        }
        return registered.filter(Registered::taken);
    }

    private void mustBeTheSame(OrderKey order, byte[] hash) {
        byte[] known = database.sql(
                        "select request_hash from purchase where partner_id = :partner and order_number = :number")
                .param("partner", order.partner())
                .param("number", order.number())
                .query(byte[].class)
                .single();
        if (!MessageDigest.isEqual(known, hash)) {
            throw new DifferentPurchase(order);
        }
    }

    /** Nothing where the purchase is known, and not taken where that has happened at the same moment. */
    private Optional<Registered> insert(Purchase purchase, byte[] hash) {
        Optional<Subscription> subscription = Optional.ofNullable(purchase.subscription());
        return database.sql(Agreements.REGISTER + """
                        , taken as (
                        insert into purchase (partner_id, order_number, agreement_id, product, quantity, ordered_on,
                                              usage_start, lapses_on, list_value, currency, key_last_five, request_hash,
                                              received_at, subscription_ends_on, subscription_seats, words)
                        select :partner, :number, id, :product, :quantity, :orderedOn,
                               :usageStart, :lapsesOn, :listValue, :currency, :keyLastFive, :hash, :now, :endsOn, :seats,
                               %s
                        from registered
                        on conflict do nothing returning 1
                        ), renamed as (%s
                        ) select id, tenant_id, tenant_domain, exists (select from taken) as taken from registered
                        """.formatted(WORDS, RENAME))
                .params(agreements.columns(purchase.agreement(), purchase.contacts()))
                .param("partner", purchase.order().partner())
                .param("number", purchase.order().number())
                .param("product", purchase.product())
                .param("quantity", purchase.quantity())
                .param("orderedOn", purchase.orderedOn())
                .param("usageStart", purchase.usageStart())
                .param("lapsesOn", keys.lapsesOn(purchase.orderedOn()))
                .param("listValue", purchase.listValue())
                .param("currency", purchase.currency())
                .param("keyLastFive", purchase.keyLastFive())
                .param("hash", hash)
                .param("now", OffsetDateTime.now(clock))
                .param("endsOn", subscription.map(Subscription::endDate).orElse(null))
                .param("seats", subscription.map(Subscription::seats).orElse(null))
                .query(Registered.class)
                .optional();
    }

    private static byte[] hash(Purchase purchase) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(purchase));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The agreement of a purchase, in the register.
     *
     * @param tenantId the tenant that it is known to belong to, with its domain; null where that is not known
     * @param taken whether the purchase itself is new
     */
    public record Registered(long id, UUID tenantId, String tenantDomain, boolean taken) {
        private void mustBelongTo(UUID tenant) {
            if (tenant != null && !tenant.equals(tenantId)) {
                throw new InvalidPurchase(List.of(new FieldProblem(
                        "tenant.id", "differs from the tenant that this agreement is known to belong to; check both")));
            }
        }
    }
}
