package org.activationdesk.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that wait to be sent. Whoever takes one has it for a while; should that desk be killed meanwhile, another takes it
 * up, and the row counts both attempts.
 */
@Repository
class Outbox {
    /** Longer than a mail lies in the tray, and a batch takes at the slowest pace. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final SealedLetters letters;
    private final Clock clock;

    Outbox(JdbcClient database, SealedLetters letters, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.clock = clock;
    }

    /** The mails that have waited longest and that nobody else has taken. */
    @Transactional
    public List<Waiting> take(int most) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return database
                .sql("""
                        update mail set attempts = attempts + 1, taken_until = :until
                        where id in (select id from mail
                                     where state = 'QUEUED' and letter is not null and taken_until <= :now
                                     order by queued_at limit :most for update skip locked)
                        returning id, order_key, kind, recipient, language, message_id, letter
                        """)
                .param("now", now)
                .param("until", now.plus(LONGEST))
                .param("most", most)
                .query(Row.class)
                .stream()
                .map(row -> waiting(row, now.plus(LONGEST).toInstant()))
                .toList();
    }

    /** A mail that is tried again; none where it has left meanwhile, or is not to be sent any more. */
    @Transactional
    public Optional<Waiting> takeAgain(UUID mail) {
        return database.sql("""
                        update mail set attempts = attempts + 1 where id = :id and state = 'QUEUED'
                        returning id, order_key, kind, recipient, language, message_id, letter
                        """).param("id", mail).query(Row.class).optional().map(row -> waiting(row, Instant.MAX));
    }

    private Waiting waiting(Row row, Instant until) {
        MailIntent intent = new MailIntent(OrderKey.of(row.orderKey()), row.kind());
        return new Waiting(row.id(), intent, row.messageId(), until, false, () -> open(row, intent));
    }

    private Mail open(Row row, MailIntent intent) {
        return new Mail(
                row.id(),
                intent,
                row.recipient(),
                Language.of(row.language()).orElseThrow(),
                letters.open(row.id(), row.letter()));
    }

    /** How long it has been taken. */
    Duration takenFor(Waiting mail) {
        return Duration.between(mail.takenUntil().minus(LONGEST), clock.instant());
    }

    /** Writes down that the mail server took these, and what it answered, by their Message-ID. What they said goes. */
    @Transactional
    public void accepted(Map<String, String> answers) {
        database.sql("""
                        update mail set state = 'ACCEPTED', state_since = :now, sent_at = :now, answer = taken.answer,
                                        attempts = greatest(attempts, 1), letter = null
                        from unnest(:ids, :answers) as taken (message_id, answer)
                        where mail.message_id = taken.message_id and state in ('QUEUED', 'CANCELLED')
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("ids", answers.keySet().toArray(String[]::new))
                .param("answers", answers.values().toArray(String[]::new))
                .update();
    }

    /** Writes down what went wrong; the mail waits until somebody {@linkplain #takeAgain takes it again}. */
    @Transactional
    public void putOff(UUID mail, String answer) {
        database.sql("update mail set taken_until = 'infinity', answer = :answer where id = :id and state = 'QUEUED'")
                .param("answer", answer)
                .param("id", mail)
                .update();
    }

    /** Gives mails back that were taken and not tried. */
    @Transactional
    public void giveBack(List<Waiting> mails) {
        database.sql("update mail set attempts = attempts - 1, taken_until = '-infinity' where id = any(:ids)")
                .param("ids", mails.stream().map(Waiting::id).toArray(UUID[]::new))
                .update();
    }

    /** @param letter what it says, sealed */
    private record Row(
            UUID id,
            String orderKey,
            MailKind kind,
            String recipient,
            String language,
            String messageId,
            byte[] letter) {}
}
