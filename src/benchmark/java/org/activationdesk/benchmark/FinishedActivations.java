package org.activationdesk.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fills a desk's database with activations that have ended: one every few minutes for nine years. */
final class FinishedActivations {
    /** The history of an activation is kept for seven years, so a fifth of them is due to be removed. */
    private static final String AGE = "i * (interval '3285 days' / %d)";

    private final Postgres postgres;
    private final String name;

    FinishedActivations(Postgres postgres, String name) {
        this.postgres = postgres;
        this.name = name;
    }

    /** Indexes are made afterwards, which is much faster, and references are not checked one by one. */
    void fill(int number) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(postgres.address(name), "postgres", "", true);
        try {
            JdbcClient database = JdbcClient.create(source);
            for (String setting : List.of(
                    "session_replication_role = replica",
                    "synchronous_commit = off",
                    "maintenance_work_mem = '256MB'")) {
                database.sql("set " + setting).update();
            }
            Copies copies = new Copies(database, Sample.ENDED);
            List<String> made = dropIndexes(database, copies.filled());
            copies.make("select i from generate_series(1, " + number + ") i", AGE.formatted(number));
            made.forEach(index -> database.sql(index).update());
            database.sql("vacuum analyze").update();
            // The desk has found nothing to remove so far, and would look again in an hour.
            database.sql("update act_ru_job set duedate_ = now(), retries_ = 3 where handler_type_ = 'history-cleanup'")
                    .update();
            database.sql("checkpoint").update();
        } finally {
            source.destroy();
        }
    }

    /** @return how to make them again */
    private static List<String> dropIndexes(JdbcClient database, List<String> tables) {
        List<Map<String, Object>> indexes = database.sql("""
                        select indexname, indexdef from pg_indexes
                        where schemaname = 'public' and tablename in (:tables)
                          and indexname not in (select conname from pg_constraint)
                        """).param("tables", tables).query().listOfRows();
        indexes.forEach(
                index -> database.sql("drop index " + index.get("indexname")).update());
        List<String> definitions = new ArrayList<>();
        indexes.forEach(index -> definitions.add((String) index.get("indexdef")));
        return definitions;
    }
}
