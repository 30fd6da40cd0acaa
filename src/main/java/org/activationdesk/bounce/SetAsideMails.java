package org.activationdesk.bounce;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which messages were set aside, and why; they themselves stay in the mailbox. */
@Repository
class SetAsideMails {
    private final JdbcClient database;
    private final Clock clock;

    SetAsideMails(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes a message down, once.
     *
     * @param size bytes that were read of it; null where it could not be read
     */
    void add(String message, Integer size, String reason) {
        database.sql("""
                        insert into set_aside_mail (at, message, size, reason)
                        values (:now, :message, :size, :reason) on conflict (message) do nothing
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("message", message)
                .param("size", size)
                .param("reason", reason)
                .update();
    }
}
