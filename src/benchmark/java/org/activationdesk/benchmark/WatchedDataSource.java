package org.activationdesk.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database, and tells {@link Milestones} of each commit. The same for every contestant. */
final class WatchedDataSource extends DelegatingDataSource {
    private final Milestones milestones;
    private final LongAdder executions;
    private final LongAdder commits;

    WatchedDataSource(DataSource source, Milestones milestones, LongAdder executions, LongAdder commits) {
        super(source);
        this.milestones = milestones;
        this.executions = executions;
        this.commits = commits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new Watched(super.getConnection()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private final class Watched implements InvocationHandler {
        private final Connection connection;
        private boolean wrote;

        Watched(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(connection, method, arguments);
            return switch (method.getName()) {
                case "prepareStatement" -> watched(PreparedStatement.class, result, (String) arguments[0]);
                case "createStatement" -> watched(Statement.class, result, null);
                case "commit" -> committed();
                case "rollback" -> undone();
                default -> result;
            };
        }

        private Object committed() {
            if (wrote) {
                commits.increment();
            }
            wrote = false;
            milestones.committed();
            return null;
        }

        private Object undone() {
            wrote = false;
            milestones.undone();
            return null;
        }

        private <T extends Statement> T watched(Class<T> type, Object statement, String prepared) {
            return proxy(type, (proxy, method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    executions.increment();
                    String sql = prepared != null || arguments == null ? prepared : (String) arguments[0];
                    wrote = wrote
                            || sql == null
                            || !sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select");
                }
                return call(statement, method, arguments);
            });
        }
    }
}
