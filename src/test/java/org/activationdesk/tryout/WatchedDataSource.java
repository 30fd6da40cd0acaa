package org.activationdesk.tryout;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells what goes to the database and what is committed. */
public final class WatchedDataSource extends DelegatingDataSource {
    private final Watch watch;

    public WatchedDataSource(DataSource source, Watch watch) {
        super(source);
        this.watch = watch;
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
                case "prepareStatement" ->
                    proxy(PreparedStatement.class, new Execution(this, (Statement) result, (String) arguments[0]));
                case "createStatement" -> proxy(Statement.class, new Execution(this, (Statement) result, null));
                case "commit" -> ended(true);
                case "rollback" -> ended(false);
                default -> result;
            };
        }

        private Object ended(boolean committed) {
            if (committed) {
                watch.committed(wrote);
            } else {
                watch.undone();
            }
            wrote = false;
            return null;
        }
    }

    private final class Execution implements InvocationHandler {
        private final Watched connection;
        private final Statement statement;
        private final String prepared;
        private int batched;

        Execution(Watched connection, Statement statement, String prepared) {
            this.connection = connection;
            this.statement = statement;
            this.prepared = prepared;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("addBatch")) {
                batched++;
            } else if (method.getName().startsWith("execute")) {
                String sql = prepared != null || arguments == null ? String.valueOf(prepared) : (String) arguments[0];
                connection.wrote |= !sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select");
                watch.executed(sql, Math.max(1, batched));
                batched = 0;
            }
            return call(statement, method, arguments);
        }
    }

    /** Who is told, on the thread that did it. */
    public interface Watch {
        /** One round trip, with several statements where it is a batch. */
        void executed(String sql, int statements);

        void committed(boolean wrote);

        void undone();
    }
}
