package org.activationdesk.bounce;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets one of several desks at a database read a mailbox. A lock of the database session, so that it ends with the desk that
 * holds it, however that ends.
 */
final class MailboxLock implements AutoCloseable {
    /** The first half of the lock's number; the engine and Flyway use others. */
    private static final int OURS = 0x6D61696C;

    private static final int PATIENCE = 5;

    private final Connection session;
    private final int mailbox;

    private MailboxLock(Connection session, int mailbox) {
        this.session = session;
        this.mailbox = mailbox;
    }

    /** Empty while another desk reads the mailbox. */
    static Optional<MailboxLock> take(DataSource database, MailboxSettings settings) throws SQLException {
        int mailbox = settings.number();
        Connection session = database.getConnection();
        try {
            if (ask(session, "select pg_try_advisory_lock(?, ?)", mailbox)) {
                return Optional.of(new MailboxLock(session, mailbox));
            }
        } catch (SQLException failure) {
            session.close();
            throw failure;
        }
        session.close();
        return Optional.empty();
    }

    boolean isHeld() throws SQLException {
        return session.isValid(PATIENCE);
    }

    @Override
    public void close() throws SQLException {
        try (session) {
            ask(session, "select pg_advisory_unlock(?, ?)", mailbox);
        }
    }

    private static boolean ask(Connection session, String question, int mailbox) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setInt(1, OURS);
            statement.setInt(2, mailbox);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
