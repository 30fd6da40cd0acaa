package org.activationdesk.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Spring's {@link JdbcClient}, whose {@code query(Class)} makes records by {@link RecordRows}. */
final class RecordQueries {
    private final Map<Class<?>, RecordRows<?>> rows = new ConcurrentHashMap<>();

    /** The client that all others are made of. */
    JdbcClient over(NamedParameterJdbcOperations operations) {
        JdbcClient client = JdbcClient.create(operations);
        return sql -> statement(client.sql(sql));
    }

    private StatementSpec statement(StatementSpec plain) {
        InvocationHandler handler = (statement, method, arguments) -> {
            if (method.getName().equals("query")
                    && arguments != null
                    && arguments[0] instanceof Class<?> type
                    && type.isRecord()) {
                return plain.query(rows.computeIfAbsent(type, RecordRows::new));
            }
            try {
                Object answer = method.invoke(plain, arguments);
                return answer == plain ? statement : answer;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return (StatementSpec)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {StatementSpec.class}, handler);
    }
}
