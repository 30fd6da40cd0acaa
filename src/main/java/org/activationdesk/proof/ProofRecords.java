package org.activationdesk.proof;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.activationdesk.activation.Activation;
import org.activationdesk.ledger.RecordRows;
import org.activationdesk.mail.MailKind;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each proof says, kept for good. */
@Repository
class ProofRecords {
    /** They carry the proof, and so are not in it. */
    private static final String[] CARRIERS = {MailKind.CONFIRMATION.name(), MailKind.PARTNER_CONFIRMATION.name()};

    private static final RecordRows<Activation> ACTIVATIONS = new RecordRows<>(Activation.class);

    private final JdbcClient database;

    ProofRecords(JdbcClient database) {
        this.database = database;
    }

    /** What was kept first stays, and is returned. */
    @Transactional
    public String keep(OrderKey order, Instant madeAt, String contents) {
        return database.sql("""
                        insert into proof (order_key, made_at, contents) values (:order, :madeAt, :contents)
                        on conflict (order_key) do update set order_key = excluded.order_key
                        returning contents
                        """)
                .param("order", order.toString())
                .param("madeAt", OffsetDateTime.ofInstant(madeAt, ZoneOffset.UTC))
                .param("contents", contents)
                .query(String.class)
                .single();
    }

    /** All that a proof is about, and the proof itself where one is kept, with one look. */
    Found find(OrderKey order) {
        return database.sql("""
                        select o.*,
                               (select p.contents from proof p where p.order_key = o.order_key) as kept,
                               json_build_object(
                                   'acceptance',
                                   (select json_build_object(
                                               'version', a.accepted_text_version, 'language', a.accepted_text_language,
                                               'sha256', a.accepted_text_sha256, 'acceptedAt', a.accepted_at,
                                               'acceptedBy', coalesce(c.name, a.accepted_by))
                                    from activation a left join account c on c.id = a.accepted_by
                                    where a.order_key = o.order_key and a.accepted_at is not null),
                                   'timeline',
                                   (select json_agg(json_build_object(
                                               'at', t.at, 'event', t.event, 'who', coalesce(c.name, t.who),
                                               'detail', t.detail) order by t.id)
                                    from timeline t left join account c on c.id = t.who
                                    where t.order_key = o.order_key),
                                   'mails',
                                   (select coalesce(json_agg(json_build_object(
                                               'kind', m.kind, 'number', m.number, 'recipient', m.recipient,
                                               'state', m.state, 'stateSince', m.state_since, 'sentAt', m.sent_at,
                                               'attempts', m.attempts) order by m.queued_at, m.kind, m.number), '[]')
                                    from mail m
                                    where m.order_key = o.order_key and m.kind <> all(:carriers))) as history
                        from activation_overview o
                        where o.order_key = :order
                        """)
                .param("order", order.toString())
                .param("carriers", CARRIERS)
                .query((row, number) -> new Found(
                        row.getString("kept"),
                        ACTIVATIONS.mapRow(row, number),
                        ProofJson.read(row.getString("history"), ProofHistory.class)))
                .single();
    }

    /** @param kept what the proof says; null before anybody has asked for it */
    record Found(String kept, Activation activation, ProofHistory history) {}
}
