package org.activationdesk.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Collects what the steps of a transaction write into the record, and writes it as one statement: before any other statement
 * of the desk, before the engine writes, and before the commit. So whoever reads finds what was written, locks are taken in
 * one order, and nothing is forgotten.
 */
@Component
public class Ledger {
    private final JdbcClient database;

    Ledger(NamedParameterJdbcOperations database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Adds to what waits of a kind in this transaction.
     *
     * @throws IllegalStateException where there is none
     */
    public <E extends Entries> void enter(Class<E> kind, Supplier<E> none, Consumer<E> entry) {
        entry.accept(kind.cast(Pending.inThisTransaction().computeIfAbsent(kind, absent -> none.get())));
    }

    /** Writes what waits, if anything does. */
    public void write() {
        List<Entries> due = Pending.take();
        if (!due.isEmpty()) {
            write(due);
        }
    }

    private void write(List<Entries> due) {
        StatementSpec statement = database.sql("with "
                + due.stream().map(Entries::parts).collect(Collectors.joining(",\n"))
                + "\nselect "
                + due.stream().map(Entries::question).collect(Collectors.joining(", ")));
        due.forEach(entries -> statement.params(entries.values()));
        statement
                .query((row, number) -> {
                    int column = 1;
                    for (Entries entries : due) {
                        entries.written(texts(row, column++));
                    }
                    return true;
                })
                .single();
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null ? Set.of() : Set.of((String[]) texts.getArray());
    }
}
