package org.activationdesk.benchmark;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies a sample with all its rows, as if many more purchases had come as far. One statement makes all copies of a row;
 * copy {@code i} gets ids that end in {@code -i}, the order number {@code X-i}, and a partner and an administrator of its own.
 */
final class Copies {
    /** Some ids have a name before it, and no place for more behind it. */
    private static final int ID_LENGTH = 19;

    private static final String PROCESS = "process_id";
    private static final String KEY = "order_key";
    /** What belongs to an activation, in the order in which it can be inserted. */
    private static final Map<String, String> TABLES = tables();

    private final JdbcClient database;
    private final Sample sample;
    private final String key;
    private final String process;
    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Set<Object> ids = new TreeSet<>();

    Copies(JdbcClient database, Sample sample) {
        this.database = database;
        this.sample = sample;
        this.key = "noordzee/" + sample.order().number();
        this.process = database.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ?")
                .param(key)
                .query(String.class)
                .single();
        TABLES.forEach((table, condition) -> rows.put(table, rows(table, condition)));
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("agreement", "id = (select agreement_id from activation where order_key = :order_key)");
        tables.put("contact", "agreement_id = (select agreement_id from activation where order_key = :order_key)");
        tables.put("purchase", "partner_id || '/' || order_number = :order_key");
        for (String table : List.of("activation", "timeline", "mail", "problem", "product_key", "proof")) {
            tables.put(table, "order_key = :order_key");
        }
        tables.put("act_ru_execution", "proc_inst_id_ = :process_id order by parent_id_ nulls first");
        for (String table : List.of(
                "act_ru_task",
                "act_ru_variable",
                "act_ru_event_subscr",
                "act_hi_procinst",
                "act_hi_actinst",
                "act_hi_taskinst",
                "act_hi_op_log",
                "act_hi_decinst")) {
            tables.put(table, "proc_inst_id_ = :process_id");
        }
        tables.put("act_ru_identitylink", "task_id_ in (select id_ from act_ru_task where proc_inst_id_ = :process_id)");
        return tables;
    }

    private List<Map<String, Object>> rows(String table, String condition) {
        List<Map<String, Object>> found = database.sql("select ctid::text as row, * from " + table + " where " + condition)
                .param(KEY, key)
                .param(PROCESS, process)
                .query()
                .listOfRows();
        found.forEach(row -> ids.add(row.getOrDefault("id_", "")));
        return found;
    }

    /**
     * @param series the numbers of the copies, a query for {@code i}
     * @param age how much older copy {@code i} is, an interval over {@code i}
     */
    void make(String series, String age) {
        rows.forEach((table, all) -> {
            List<String> columns = columns(table);
            all.forEach(row -> database.sql("insert into %s (%s) overriding system value select %s from (select * from %s where ctid = '%s') o, (%s) s"
                            .formatted(
                                    table,
                                    String.join(", ", columns),
                                    columns.stream()
                                            .map(column -> value(table, column, row.get(column), age))
                                            .collect(Collectors.joining(", ")),
                                    table,
                                    row.get("row"),
                                    series))
                    .update());
        });
    }

    /** Those tables that have copies. */
    List<String> filled() {
        return new ArrayList<>(rows.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .map(Entry::getKey)
                .toList());
    }

    /** Generated ids are left to the table, but for the one that others refer to. */
    private List<String> columns(String table) {
        return database.sql("""
                        select column_name from information_schema.columns
                        where table_name = :table and table_schema = 'public' and (is_identity = 'NO' or table_name = 'agreement')
                        order by ordinal_position
                        """)
                .param("table", table)
                .query(String.class)
                .list();
    }

    private String value(String table, String column, Object value, String age) {
        if (column.equals("agreement_id") || table.equals("agreement") && column.equals("id")) {
            return (1 + sample.ordinal()) + "00000000 + i";
        }
        if (value instanceof Timestamp) {
            return "o.%s - %s".formatted(column, age);
        }
        if (value instanceof UUID && column.equals("id")) {
            return "md5(o.id::text || i)::uuid";
        }
        if (value instanceof byte[] && (column.equals("link_hash") || column.equals("hash"))) {
            return "sha256(o.%s || i::text::bytea)".formatted(column);
        }
        if (column.equals("message_id")) {
            // As many as there are mails: PostgreSQL would walk through all of them if they were few.
            return "'<' || i || '.' || substr(o.message_id, 2)";
        }
        return value instanceof String text ? text(column, text) : "o." + column;
    }

    private String text(String column, String text) {
        String account = sample.order().account();
        if (ids.contains(text)) {
            return "right(o.%s, %d) || '-' || i".formatted(column, ID_LENGTH);
        }
        return switch (text) {
            case "noordzee" -> partner();
            case "partner-noordzee" -> "'partner-' || " + partner();
            default ->
                text.equals(account)
                        ? "lpad((i / 2 %% %d)::text, 64, '0')".formatted(Sample.ADMINISTRATORS)
                        : text.contains(key)
                                ? "replace(o.%s, '%s', %s || '/X-' || i)".formatted(column, key, partner())
                                : text.contains(sample.order().number())
                                        ? "replace(o.%s, '%s', 'X-' || i)"
                                                .formatted(column, sample.order().number())
                                        : "o." + column;
        };
    }

    /** Of every twenty, one is with the managers, nine are with partners. */
    private static String partner() {
        return "'p' || ((i / 20 * 9 + i %% 20 / 2) %% %d)".formatted(Sample.PARTNERS);
    }
}
