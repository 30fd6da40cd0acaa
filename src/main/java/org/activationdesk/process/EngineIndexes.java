package org.activationdesk.process;

import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Indexes of the desk's on tables of the engine. The engine looks for the subtasks of each task that is completed, and reads
 * all open tasks for it; there are none, so that index is empty. With the other two PostgreSQL counts the tasks of somebody's
 * groups, as Tasklist asks with each list, without reading the tasks. The engine makes its tables after Flyway has run, so the
 * indexes are made at the end of a start, where they are missing. Several desks that start at once wait for each other.
 */
@Component
class EngineIndexes implements SmartInitializingSingleton {
    /** Key of the database's lock; any number that nothing else in the desk uses. */
    static final long LOCK = 20_261_123;

    private static final Map<String, String> INDEXES = Map.of(
            "desk_task_parent", "act_ru_task (parent_task_id_) where parent_task_id_ is not null",
            "desk_task_open", "act_ru_task (id_) include (suspension_state_, tenant_id_)",
            "desk_task_candidate", "act_ru_identitylink (group_id_, type_, task_id_)");

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    EngineIndexes(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            INDEXES.forEach(this::write);
        });
    }

    /** Looks first, because even {@code if not exists} waits for everybody who writes into the table. */
    private void write(String name, String columns) {
        boolean missing = database.sql("select to_regclass(?) is null")
                .param(name)
                .query(Boolean.class)
                .single();
        if (missing) {
            database.sql("create index " + name + " on " + columns).update();
        }
    }
}
