package org.activationdesk.activation;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.activationdesk.ledger.Entries;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.SearchWords;

/**
 * What waits to be written of activations: the columns of each as they are in the end, what the lists of orders and agreements
 * have to know of them, and every line of the timeline. The answer is which of the orders have an unresolved problem.
 */
final class ActivationEntries implements Entries {
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private Set<String> withProblem;

    void open(OrderKey order, Map<String, Object> columns) {
        rows.put(order.toString(), new Row(rows.size(), true, new TreeMap<>(columns)));
    }

    void change(OrderKey order, Map<String, Object> columns) {
        rows.computeIfAbsent(order.toString(), key -> new Row(rows.size(), false, new TreeMap<>()))
                .columns
                .putAll(columns);
    }

    void line(OrderKey order, OffsetDateTime at, TimelineEvent event, String who, String detail) {
        lines.add(new Line(order.toString(), at.toString(), event.name(), who, detail));
    }

    /** Whether the order had an unresolved problem when this was written; null where it has not been yet. */
    Boolean problemIsOpen(OrderKey order) {
        return withProblem == null ? null : withProblem.contains(order.toString());
    }

    @Override
    public String parts() {
        String activations = rows.values().stream().map(Row::part).collect(Collectors.joining(",\n"));
        return lines.isEmpty() ? activations : activations + """
                ,
                told as (insert into timeline (order_key, at, event, who, detail)
                         select order_key, at, event, who, detail
                         from unnest(:toldOf, :toldAt::timestamptz[], :toldEvents, :toldBy, :toldDetails)
                              with ordinality as line (order_key, at, event, who, detail, place)
                         order by place)""";
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        rows.forEach((order, row) -> {
            values.put(row.name("order"), order);
            row.columns.forEach((column, value) -> values.put(row.name(column), value));
        });
        values.put("activations", rows.keySet().toArray(String[]::new));
        values.put("toldOf", texts(Line::order));
        values.put("toldAt", texts(Line::at));
        values.put("toldEvents", texts(Line::event));
        values.put("toldBy", texts(Line::who));
        values.put("toldDetails", texts(Line::detail));
        return values;
    }

    private String[] texts(Function<Line, String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }

    @Override
    public String question() {
        return """
                array(select p.order_key from problem p
                      where p.order_key = any(:activations) and p.resolved_at is null)""";
    }

    @Override
    public void written(Set<String> answer) {
        withProblem = answer;
    }

    private record Line(String order, String at, String event, String who, String detail) {}

    /** Names of columns come from the code, never from input. The row is locked even where no column changes. */
    private record Row(int number, boolean isNew, TreeMap<String, Object> columns) {
        String name(String column) {
            return column + "_" + number;
        }

        String part() {
            StringBuilder parts = new StringBuilder(part("activation", isNew ? insert() : update()));
            if (columns.containsKey("administrator_email") || !isNew && columns.containsKey("partner_id")) {
                parts.append(",\n").append(part("words", foundBy()));
            }
            if (columns.containsKey("accepted_at")) {
                parts.append(",\n").append(part("accepted", accepted()));
            }
            return parts.toString();
        }

        private String part(String what, String statement) {
            return what + "_" + number + " as (" + statement + ")";
        }

        private String foundBy() {
            return SearchWords.add(
                    ":" + name("order"),
                    value("administrator_name"),
                    value("administrator_email"),
                    SearchWords.nameOf(value("partner_id")));
        }

        private String accepted() {
            return Agreements.accepted(":" + name("order"), value("accepted_at"), value("accepted_by"));
        }

        private String value(String column) {
            return columns.containsKey(column) ? ":" + name(column) : "null";
        }

        private String insert() {
            return "insert into activation (order_key, " + String.join(", ", columns.keySet()) + ") values (:"
                    + name("order") + ", " + columns(column -> ":" + name(column)) + ")";
        }

        private String update() {
            return "update activation set "
                    + (columns.isEmpty() ? "status = status" : columns(column -> column + " = :" + name(column)))
                    + " where order_key = :" + name("order");
        }

        private String columns(Function<String, String> column) {
            return columns.keySet().stream().map(column).collect(Collectors.joining(", "));
        }
    }
}
