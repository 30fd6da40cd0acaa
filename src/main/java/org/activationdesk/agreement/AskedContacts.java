package org.activationdesk.agreement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.ContactRole;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the record says of contacts that are asked. */
@Repository
class AskedContacts {
    private static final String[] CHAIN =
            List.of(ContactRole.values()).stream().map(Enum::name).toArray(String[]::new);

    private final JdbcClient database;

    AskedContacts(JdbcClient database) {
        this.database = database;
    }

    /** A contact to whom mail may go, with the agreement's newest order. */
    Optional<Live> live(Optional<String> partner, long agreement, String email) {
        return database.sql("""
                        select c.role, c.name, c.email, c.language, r.name as partner, newest.order_key
                        from contact c join agreement g on g.id = c.agreement_id join partner r on r.id = g.partner_id
                             join lateral (
                                 select a.order_key from activation a
                                      join purchase p on a.order_key = p.partner_id || '/' || p.order_number
                                 where a.agreement_id = g.id order by p.received_at desc limit 1) newest on true
                        where g.id = :agreement and (:partner::text is null or g.partner_id = :partner)
                          and c.email = :email and c.invalid_since is null
                        order by array_position(:chain, c.role) limit 1
                        """)
                .param("agreement", agreement)
                .param("partner", partner.orElse(null))
                .param("email", email)
                .param("chain", CHAIN)
                .query((row, number) -> new Live(
                        agreement,
                        OrderKey.of(row.getString("order_key")),
                        row.getString("partner"),
                        new Contact(
                                ContactRole.valueOf(row.getString("role")),
                                row.getString("name"),
                                row.getString("email"),
                                Language.of(row.getString("language")).orElseThrow())))
                .optional();
    }

    boolean wasAskedSince(long agreement, String email, OffsetDateTime since) {
        return database.sql("""
                        select exists (select from agreement_contact
                                       where agreement_id = :agreement and email = :email and asked_at > :since)
                        """)
                .param("agreement", agreement)
                .param("email", email)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    /** The question that a mail asked, if it was sent after that moment and its contact is still in the register. */
    Optional<ContactCheck> asked(UUID mail, OffsetDateTime oldest) {
        return database.sql("""
                        select m.order_key, a.agreement_id, m.recipient as email, c.role, g.organisation,
                               r.name as partner, m.queued_at, c.confirmed_on, c.invalid_since is null as live
                        from mail m join activation a on a.order_key = m.order_key
                             join agreement g on g.id = a.agreement_id join partner r on r.id = g.partner_id
                             join contact c on c.agreement_id = g.id and c.email = m.recipient
                        where m.id = :mail and m.kind = 'CONTACT_CHECK' and m.queued_at > :oldest
                          and (c.invalid_since is null or c.invalid_reason = :noLonger)
                        order by c.invalid_since nulls first, array_position(:chain, c.role) limit 1
                        """)
                .param("mail", mail)
                .param("oldest", oldest)
                .param("noLonger", ContactChecks.NO_LONGER)
                .param("chain", CHAIN)
                .query(ContactCheck.class)
                .optional();
    }

    /** The orders of an agreement that wait until this contact follows its activation link. */
    List<OrderKey> invitedWith(long agreement, String email) {
        return database.sql("""
                        select order_key from activation
                        where agreement_id = :agreement and administrator_email = :email and status = 'INVITED'
                        order by order_key
                        """).param("agreement", agreement).param("email", email).query(String.class).list().stream()
                .map(OrderKey::of)
                .toList();
    }

    String partnerOf(long agreement) {
        return database.sql("select partner_id from agreement where id = :agreement")
                .param("agreement", agreement)
                .query(String.class)
                .single();
    }

    /** A contact to whom mail may go. */
    record Live(long agreement, OrderKey order, String partner, Contact contact) {}
}
