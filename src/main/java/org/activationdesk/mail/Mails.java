package org.activationdesk.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.ledger.Ledger;
import org.activationdesk.mail.MailEntries.Row;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail that the desk wanted to send, what became of it, and the link that it carries. */
@Repository
public class Mails {
    static final String END_LINKS = """
            update mail set link_revoked_at = :endedAt,
                            letter = null,
                            state_since = case when state = 'QUEUED' then :endedAt else state_since end,
                            state = case when state = 'QUEUED' then 'CANCELLED' else state end
            where order_key = any(:endedOf) and link_hash is not null and link_revoked_at is null
            """;

    private final JdbcClient database;
    private final Ledger ledger;
    private final SealedLetters letters;
    private final MailSettings settings;
    private final Tray tray;
    private final Clock clock;

    Mails(JdbcClient database, Ledger ledger, SealedLetters letters, MailSettings settings, Tray tray, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.letters = letters;
        this.settings = settings;
        this.tray = tray;
        this.clock = clock;
    }

    /** Queues a mail in the caller's transaction; it leaves once that is committed. */
    public void queue(Mail mail) {
        queue(mail, null, null);
    }

    /**
     * As above, for a mail that brings a link; the links of former mails for the order end with it.
     *
     * @param linkHash SHA-256 of the token of the link in it
     */
    public void queue(Mail mail, byte[] linkHash, OffsetDateTime linkExpiresAt) {
        HandOver handOver = HandOver.inThisTransaction(tray);
        if (linkHash != null) {
            handOver.endLinks(mail.intent().order());
        }
        byte[] letter = letters.seal(mail);
        OffsetDateTime now = OffsetDateTime.now(clock);
        String messageId = settings.messageId(mail.id());
        Instant takenUntil = now.plus(Outbox.LONGEST).toInstant();
        boolean taken = handOver.offer(
                new Waiting(mail.id(), mail.intent(), messageId, takenUntil, linkHash != null, () -> mail));
        insert(new Row(mail, messageId, now, taken ? takenUntil : null, letter, linkHash, linkExpiresAt));
    }

    /** As above, for one mail that speaks for several intents, its own among them; each has a row under its Message-ID. */
    public void queue(Mail mail, List<MailIntent> intents) {
        queue(mail);
        intents.stream()
                .filter(intent -> !intent.equals(mail.intent()))
                .map(intent -> new Mail(intent, mail.recipient(), mail.language(), Map.of()))
                .forEach(companion -> insert(new Row(
                        companion, settings.messageId(mail.id()), OffsetDateTime.now(clock), null, null, null, null)));
    }

    private void insert(Row row) {
        ledger.enter(MailEntries.class, MailEntries::new, entries -> {
            if (!entries.take(row)) {
                ledger.write();
                insert(row);
            }
        });
    }

    public Optional<SentMail> find(UUID id) {
        return database.sql("select * from mail where id = :id")
                .param("id", id)
                .query(SentMail.class)
                .optional();
    }

    /** Everything that the same mail stands for: one mail may remind of several orders. */
    public List<SentMail> speakingWith(UUID id) {
        return database.sql("""
                        select * from mail where message_id = (select message_id from mail where id = :id)
                        order by order_key
                        """).param("id", id).query(SentMail.class).list();
    }

    /** The mails about an order, oldest first. */
    public List<SentMail> about(OrderKey order) {
        return database.sql("select * from mail where order_key = :order order by queued_at, kind, number")
                .param("order", order.toString())
                .query(SentMail.class)
                .list();
    }

    /** Writes news of a mail down; false where it is old news. */
    public boolean becomes(UUID id, Outcome outcome) {
        return database.sql("""
                        update mail set state = :state, state_since = :now, answer = coalesce(:answer, answer),
                                        absent_until = :until, letter = null
                        where id = :id and state = any(:before)
                        """)
                        .param("state", outcome.state().name())
                        .param("now", OffsetDateTime.now(clock))
                        .param("answer", outcome.answer())
                        .param("until", outcome.absentUntil())
                        .param("id", id)
                        .param(
                                "before",
                                outcome.state().follows().stream()
                                        .map(Enum::name)
                                        .toArray(String[]::new))
                        .update()
                > 0;
    }

    /** Ends every link that was mailed for an order; mails that would bring one and have not left do not leave any more. */
    public void revokeLinks(OrderKey order) {
        HandOver.inThisTransaction(tray).endLinks(order);
        database.sql(END_LINKS)
                .param("endedAt", OffsetDateTime.now(clock))
                .param("endedOf", new String[] {order.toString()})
                .update();
    }
}
