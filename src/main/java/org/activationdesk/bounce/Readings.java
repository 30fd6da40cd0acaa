package org.activationdesk.bounce;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the bounce mailbox was last read to its end, by whichever desk at this database read it. */
@Repository
class Readings {
    private final JdbcClient database;
    private final int mailbox;

    Readings(JdbcClient database, MailboxSettings settings) {
        this.database = database;
        this.mailbox = settings.number();
    }

    /** A mailbox that was never read counts from now on. */
    void begin() {
        database.sql("insert into bounce_mailbox (mailbox) values (:mailbox) on conflict do nothing")
                .param("mailbox", mailbox)
                .update();
    }

    void add() {
        database.sql("""
                        insert into bounce_mailbox (mailbox) values (:mailbox)
                        on conflict (mailbox) do update set read_at = excluded.read_at
                        """).param("mailbox", mailbox).update();
    }

    /** The time since; zero for a mailbox that nobody was ever to read. */
    Duration age() {
        return Duration.ofSeconds(
                database.sql("""
                        select coalesce(max(extract(epoch from now() - read_at)), 0)::bigint
                        from bounce_mailbox where mailbox = :mailbox
                        """).param("mailbox", mailbox).query(Long.class).single());
    }
}
