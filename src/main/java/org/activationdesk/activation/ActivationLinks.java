package org.activationdesk.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The links that activation mails carry. A token is an HMAC-SHA256 of the mail's id, so a mail that is sent again carries
 * the same link and nothing secret has to be stored: the database knows only the token's SHA-256.
 */
@Repository
public class ActivationLinks {
    /** The desk's links live by purpose: a key that serves another purpose one day makes other tokens. */
    private static final String PURPOSE = "activation-link:";

    private final JdbcClient database;
    private final Clock clock;
    private final DeskSettings settings;
    private final LinkTokens tokens;

    ActivationLinks(JdbcClient database, Clock clock, DeskSettings settings, LinkTokens tokens) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.tokens = tokens;
    }

    /** The link of a mail. */
    Link of(UUID mail) {
        String token = token(mail);
        OffsetDateTime expiresAt = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))
                .plus(settings.link().life());
        return new Link(settings.activationLink(token), hash(token), expiresAt);
    }

    /** The order that a token was mailed for, unless it is unknown, expired or revoked: nobody is told which. */
    public Optional<LiveLink> find(String token) {
        return database.sql("""
                        select order_key, link_expires_at as expires_at from mail
                        where link_hash = :hash and link_revoked_at is null and link_expires_at > :now
                        """)
                .param("hash", hash(token))
                .param("now", OffsetDateTime.now(clock))
                .query(LiveLink.class)
                .optional();
    }

    /** The order that an expired token was mailed for, to whoever still gets its mails; what was revoked stays unknown. */
    public Optional<OrderKey> findExpired(String token) {
        return database.sql("""
                        select m.order_key from mail m join activation a on a.order_key = m.order_key
                        where m.link_hash = :hash and m.link_revoked_at is null and m.link_expires_at <= :now
                          and m.recipient = a.administrator_email and a.ended_at is null
                        """)
                .param("hash", hash(token))
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .optional()
                .map(OrderKey::of);
    }

    /** How many links were mailed for an order within the last day. */
    int mailedToday(OrderKey order) {
        return database.sql("""
                        select count(*) from mail
                        where order_key = :order and link_hash is not null and queued_at > :yesterday
                        """)
                .param("order", order.toString())
                .param("yesterday", OffsetDateTime.now(clock).minusDays(1))
                .query(Integer.class)
                .single();
    }

    /**
     * The link that was mailed for an order last. A reminder repeats it instead of replacing it, so that every mail in
     * somebody's mailbox works; once it has expired, the page behind it offers a new one.
     */
    public Optional<String> newest(OrderKey order) {
        return database.sql("""
                        select id from mail
                        where order_key = :order and link_hash is not null and link_revoked_at is null
                        order by queued_at desc limit 1
                        """)
                .param("order", order.toString())
                .query(UUID.class)
                .optional()
                .map(mail -> settings.activationLink(token(mail)));
    }

    private String token(UUID mail) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tokens.of(PURPOSE, mail));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A link with the hash that recognises it. */
    record Link(String address, byte[] hash, OffsetDateTime expiresAt) {}

    /** A link that can be used until {@code expiresAt}. */
    public record LiveLink(String orderKey, OffsetDateTime expiresAt) {
        public OrderKey order() {
            return OrderKey.of(orderKey);
        }
    }
}
