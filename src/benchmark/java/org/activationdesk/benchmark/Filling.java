package org.activationdesk.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Inserts millions of rows in minutes: indexes are made afterwards, and references are not checked one by one. */
final class Filling {
    private static final List<String> SETTINGS = List.of(
            "session_replication_role = replica", "synchronous_commit = off", "maintenance_work_mem = '1GB'");

    private Filling() {}

    /**
     * @param address of the database
     * @param work makes the copies of each sample
     */
    static void fill(String address, List<Sample> samples, BiConsumer<Sample, Copies> work) {
        long start = System.nanoTime();
        SingleConnectionDataSource source = new SingleConnectionDataSource(address, "postgres", "", true);
        try {
            JdbcClient database = JdbcClient.create(source);
            SETTINGS.forEach(setting -> database.sql("set " + setting).update());
            Map<Sample, Copies> copies = new LinkedHashMap<>();
            samples.forEach(sample -> copies.put(sample, new Copies(database, sample)));
            List<String> indexes = dropIndexes(
                    database,
                    copies.values().stream()
                            .flatMap(each -> each.filled().stream())
                            .collect(Collectors.toSet()));
            copies.forEach(work);
            indexes.forEach(index -> database.sql(index).update());
            database.sql("vacuum analyze").update();
            database.sql("checkpoint").update();
        } finally {
            source.destroy();
        }
        Benchmark.say("filled within %d s", (System.nanoTime() - start) / 1_000_000_000);
    }

    /** @return how to make them again */
    private static List<String> dropIndexes(JdbcClient database, Set<String> tables) {
        List<Map<String, Object>> indexes = database.sql("""
                        select indexname, indexdef from pg_indexes
                        where schemaname = 'public' and tablename in (:tables)
                          and indexname not in (select conname from pg_constraint)
                        """).param("tables", tables).query().listOfRows();
        indexes.forEach(
                index -> database.sql("drop index " + index.get("indexname")).update());
        return indexes.stream().map(index -> (String) index.get("indexdef")).toList();
    }
}
