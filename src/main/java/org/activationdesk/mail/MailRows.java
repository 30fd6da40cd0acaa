package org.activationdesk.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The row of a mail while it is sent. A mail cannot be taken back as a transaction can, so its row is written before the mail
 * server is asked, in a short transaction of its own: one statement and one commit more for each mail, for which a crash
 * leaves behind what was under way. Everything else joins the caller's transaction, or is written when something goes wrong.
 */
@Repository
class MailRows {
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate apart;

    MailRows(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Announces that the mail server is about to be asked; false where it has taken this mail before. */
    boolean queue(Mail mail, String messageId, byte[] linkHash, OffsetDateTime linkExpiresAt) {
        MailState state = apart.execute(status -> database.sql("""
                        insert into mail (id, order_key, kind, number, recipient, language, message_id, state,
                                          state_since, link_hash, link_expires_at)
                        values (:id, :order, :kind, :number, :recipient, :language, :messageId, 'QUEUED', :now,
                                :linkHash, :linkExpiresAt)
                        on conflict (id) do update
                        set recipient = excluded.recipient, language = excluded.language,
                            state = case when mail.sent_at is null then 'QUEUED' else mail.state end,
                            attempts = mail.attempts + case when mail.sent_at is null then 1 else 0 end
                        returning state
                        """)
                .param("id", mail.intent().id())
                .param("order", mail.intent().order().toString())
                .param("kind", mail.intent().kind().name())
                .param("number", mail.intent().number())
                .param("recipient", mail.recipient())
                .param("language", mail.language().code())
                .param("messageId", messageId)
                .param("now", OffsetDateTime.now(clock))
                .param("linkHash", linkHash)
                .param("linkExpiresAt", linkExpiresAt)
                .query((row, number) -> MailState.valueOf(row.getString(1)))
                .single());
        return state == MailState.QUEUED;
    }

    /** Completes the row with the step that wanted the mail; where it brings a link, the former links end. */
    void conclude(MailIntent intent, boolean withLink, String answer) {
        database.sql("""
                        with ended as (update mail set link_revoked_at = :now
                                       where :withLink and order_key = :order and id <> :id
                                       and link_hash is not null and link_revoked_at is null)
                        update mail set concluded = true, answer = coalesce(:answer, answer),
                                        state = case when :accepted and state = 'QUEUED' then 'ACCEPTED' else state end,
                                        state_since = case when :accepted then :now else state_since end,
                                        sent_at = case when :accepted then :now else sent_at end
                        where id = :id
                        """)
                .param("withLink", withLink)
                .param("order", intent.order().toString())
                .param("id", intent.id())
                .param("answer", answer)
                .param("accepted", answer != null)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Should the caller's transaction be undone, the mail was accepted all the same. */
    void acceptedEvenIfUndone(UUID id, String answer) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        accepted(id, answer);
                    }
                }
            });
        }
    }

    private void accepted(UUID id, String answer) {
        apart.executeWithoutResult(status -> database.sql("""
                        update mail set state = 'ACCEPTED', state_since = :now, sent_at = :now, answer = :answer
                        where id = :id and state = 'QUEUED'
                        """)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .param("answer", answer)
                .update());
    }

    /** Writes down what the mail server said against it; the caller's transaction may be undone for it. */
    void refused(UUID id, MailState state, String answer) {
        apart.executeWithoutResult(status -> database.sql("""
                        update mail set state = :state, state_since = :now, answer = :answer where id = :id
                        """)
                .param("state", state.name())
                .param("now", OffsetDateTime.now(clock))
                .param("answer", answer)
                .param("id", id)
                .update());
    }
}
