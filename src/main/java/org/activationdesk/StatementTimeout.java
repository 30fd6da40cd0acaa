package org.activationdesk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A statement of a web request ends after a while, whatever it asks for: PostgreSQL cancels it. What the desk does by itself
 * (scripts, jobs, mails, removing history) takes as long as it takes.
 */
@Component
class StatementTimeout implements BeanPostProcessor {
    private final Duration timeout;

    StatementTimeout(@Value("${activation.statement-timeout}") Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Limited(pool, timeout) : bean;
    }

    /** Tells a connection only when it changes sides, which is seldom: the pool gives a thread its former connection. */
    private static class Limited extends DelegatingDataSource {
        private final Map<Connection, Boolean> limited = Collections.synchronizedMap(new WeakHashMap<>());
        private final String limit;

        Limited(DataSource pool, Duration timeout) {
            super(pool);
            this.limit = "set statement_timeout = " + timeout.toMillis();
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try {
                limit(connection, RequestContextHolder.getRequestAttributes() != null);
                return connection;
            } catch (SQLException broken) {
                connection.close();
                throw broken;
            }
        }

        private void limit(Connection connection, boolean web) throws SQLException {
            // What the pool keeps, and not what it lends.
            Connection server = connection.unwrap(Connection.class);
            if (web == limited.getOrDefault(server, false)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(web ? limit : "reset statement_timeout");
            }
            limited.put(server, web);
        }
    }
}
