package org.activationdesk.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.activationdesk.ledger.Entries;

/** The mails that a transaction queues. A link ends the links of former mails for its order. */
final class MailEntries implements Entries {
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> newLinks = new HashSet<>();

    /** False where another one brings a link for the order already: two that end each other are not written together. */
    boolean take(Row row) {
        String order = row.mail.intent().order().toString();
        return (row.linkHash == null || newLinks.add(order)) && rows.add(row);
    }

    @Override
    public String parts() {
        String queued = """
                queued as (
                    insert into mail (id, order_key, kind, number, recipient, language, message_id, state,
                                      state_since, queued_at, attempts, taken_until,
                                      letter, link_hash, link_expires_at)
                    select id, order_key, kind,
                           (select count(*) from mail m where m.order_key = new.order_key and m.kind = new.kind)
                               + row_number() over (partition by order_key, kind order by place),
                           recipient, language, message_id, 'QUEUED', at, at,
                           case when taken_until is null then 0 else 1 end, coalesce(taken_until, '-infinity'),
                           letter, link_hash, link_expires_at
                    from unnest(:mails, :mailOrders, :mailKinds, :recipients, :languages, :messageIds,
                                :queuedAt::timestamptz[], :takenUntil::timestamptz[], :letters, :linkHashes,
                                :linksExpireAt::timestamptz[])
                         with ordinality as new (id, order_key, kind, recipient, language, message_id,
                                                 at, taken_until, letter, link_hash, link_expires_at, place))""";
        return newLinks.isEmpty() ? queued : queued + ",\nended as (" + Mails.END_LINKS + ")";
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("mails", column(UUID[]::new, row -> row.mail.id()));
        values.put("mailOrders", texts(row -> row.mail.intent().order()));
        values.put("mailKinds", texts(row -> row.mail.intent().kind()));
        values.put("recipients", texts(row -> row.mail.recipient()));
        values.put("languages", texts(row -> row.mail.language().code()));
        values.put("messageIds", texts(Row::messageId));
        values.put("queuedAt", texts(Row::queuedAt));
        values.put("takenUntil", texts(Row::takenUntil));
        values.put("letters", column(byte[][]::new, Row::letter));
        values.put("linkHashes", column(byte[][]::new, Row::linkHash));
        values.put("linksExpireAt", texts(Row::linkExpiresAt));
        values.put("endedOf", newLinks.toArray(String[]::new));
        values.put("endedAt", rows.get(0).queuedAt);
        return values;
    }

    private String[] texts(Function<Row, Object> field) {
        return column(String[]::new, field.andThen(value -> value == null ? null : value.toString()));
    }

    private <T> T[] column(IntFunction<T[]> array, Function<Row, T> field) {
        return rows.stream().map(field).toArray(array);
    }

    /**
     * A mail as it is queued.
     *
     * @param takenUntil until when it is for this desk's own postmen; null where it is for whoever looks first
     * @param letter what it says, sealed; null where another mail of the same Message-ID says it
     * @param linkHash SHA-256 of the token of the link in it; null where it brings none
     */
    record Row(
            Mail mail,
            String messageId,
            OffsetDateTime queuedAt,
            Instant takenUntil,
            byte[] letter,
            byte[] linkHash,
            OffsetDateTime linkExpiresAt) {}
}
