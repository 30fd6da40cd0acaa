package org.activationdesk.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail that the desk wanted to send, what became of it, and the link that it carries. */
@Repository
public class Mails {
    private final JdbcClient database;
    private final Postbox postbox;
    private final MailRows rows;
    private final Clock clock;

    Mails(JdbcClient database, Postbox postbox, MailRows rows, Clock clock) {
        this.database = database;
        this.postbox = postbox;
        this.rows = rows;
        this.clock = clock;
    }

    /** The next intent of a kind; the same one again while the step that wants it has not been completed. */
    public MailIntent next(OrderKey order, MailKind kind) {
        int concluded = database.sql(
                        "select count(*) from mail where order_key = :order and kind = :kind and concluded")
                .param("order", order.toString())
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
        return new MailIntent(order, kind, concluded + 1);
    }

    /** Sends a mail without a link; errors as {@link #send(Mail, byte[], OffsetDateTime)}. */
    public void send(Mail mail) {
        send(mail, null, null);
    }

    /**
     * Hands a mail to the mail server and records it. What the server says is kept even where the caller's transaction is
     * undone: a mail that was accepted once is not sent again by the caller's next try.
     *
     * @param linkHash SHA-256 of the token of the link in it; links of former mails for the order end with it
     * @throws RecipientRejected where the server refuses the recipient for good
     * @throws DeskRefused where somebody has to correct a setting before any mail leaves
     * @throws MailPutOff where sending should be tried again
     */
    public void send(Mail mail, byte[] linkHash, OffsetDateTime linkExpiresAt) {
        handOver(mail, linkHash, linkExpiresAt);
    }

    /** Sends one mail that speaks for several intents, its own among them; each has a row under its Message-ID. */
    public void send(Mail mail, List<MailIntent> intents) {
        String messageId = postbox.messageId(mail.intent());
        List<MailIntent> others =
                intents.stream().filter(intent -> !intent.equals(mail.intent())).toList();
        try {
            String answer = handOver(mail, null, null);
            others.forEach(intent -> {
                rows.queue(mail.as(intent), messageId, null, null);
                rows.conclude(intent, false, answer);
            });
        } catch (RecipientRejected rejected) {
            others.forEach(intent -> {
                rows.queue(mail.as(intent), messageId, null, null);
                rows.refused(intent.id(), MailState.FAILED, rejected.answer());
                rows.conclude(intent, false, null);
            });
            throw rejected;
        }
    }

    /** What the server answered; nothing where it has taken this mail before. */
    private String handOver(Mail mail, byte[] linkHash, OffsetDateTime linkExpiresAt) {
        UUID id = mail.intent().id();
        String answer = null;
        if (rows.queue(mail, postbox.messageId(mail.intent()), linkHash, linkExpiresAt)) {
            try {
                answer = postbox.send(mail);
                rows.acceptedEvenIfUndone(id, answer);
            } catch (RecipientRejected rejected) {
                rows.refused(id, MailState.FAILED, rejected.answer());
                rows.conclude(mail.intent(), false, null);
                throw rejected;
            } catch (MailTrouble trouble) {
                rows.refused(id, MailState.QUEUED, trouble.answer());
                throw trouble;
            }
        }
        rows.conclude(mail.intent(), linkHash != null, answer);
        return answer;
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
        return database.sql("select * from mail where order_key = :order order by sent_at nulls last, kind, number")
                .param("order", order.toString())
                .query(SentMail.class)
                .list();
    }

    /** Writes news of a mail down; false where it is old news. */
    public boolean becomes(UUID id, Outcome outcome) {
        return database.sql("""
                        update mail set state = :state, state_since = :now, answer = coalesce(:answer, answer),
                                        absent_until = :until
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

    /** Ends every link that was mailed for an order. */
    public void revokeLinks(OrderKey order) {
        database.sql("""
                        update mail set link_revoked_at = :now
                        where order_key = :order and link_hash is not null and link_revoked_at is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("order", order.toString())
                .update();
    }
}
