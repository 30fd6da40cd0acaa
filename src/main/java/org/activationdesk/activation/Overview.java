package org.activationdesk.activation;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.activationdesk.partner.Partner;
import org.activationdesk.purchase.Agreement;
import org.activationdesk.purchase.Purchase;
import org.activationdesk.purchase.Purchases.Registered;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ReflectionUtils;

/** Activations as the view {@code activation_overview} gives them, made of columns that are about to be written. */
final class Overview {
    private static final Constructor<Activation> ACTIVATION = BeanUtils.getResolvableConstructor(Activation.class);
    private static final List<RecordComponent> COLUMNS = List.of(Activation.class.getRecordComponents());

    /** Columns that refer to somebody, and what the view says of them. */
    private static final Map<String, Set<String>> REFERENCES = Map.of(
            "account_id", Set.of("account_name", "account_username", "account_tenant_id"),
            "partner_id", Set.of("partner_name", "partner_language", "escalation_address"),
            "handed_over_by", Set.of("handed_over_by_name", "handed_over_tenant_id"));

    private Overview() {}

    /** Of an order that has come in just now. */
    static Activation of(Purchase purchase, Registered registered, Partner partner, Map<String, Object> columns) {
        Agreement agreement = purchase.agreement();
        Map<String, Object> all = new HashMap<>(columns);
        all.put("order_key", purchase.order().toString());
        all.put("program", agreement.program());
        all.put("licence", agreement.licence());
        all.put("organisation", agreement.organisation());
        all.put("tenant_id", registered.tenantId());
        all.put("tenant_domain", registered.tenantDomain());
        all.put("product", purchase.product());
        all.put("quantity", purchase.quantity());
        all.put("ordered_on", purchase.orderedOn());
        all.put("partner_name", partner.name());
        all.put("partner_language", partner.language());
        all.put("escalation_address", partner.escalationAddress());
        if (purchase.subscription() != null) {
            all.put("subscription_ends_on", purchase.subscription().endDate());
            all.put("subscription_seats", purchase.subscription().seats());
        }
        return make(all);
    }

    /**
     * After a change of columns; null where it takes a look into the database to know that.
     *
     * @param columns what is written, and what the view then says of an account or partner that it refers to
     */
    static Activation after(Activation before, Map<String, Object> columns) {
        Map<String, Object> all = new HashMap<>();
        COLUMNS.forEach(column -> all.put(name(column), read(column, before)));
        all.putAll(columns);
        for (Map.Entry<String, Set<String>> reference : REFERENCES.entrySet()) {
            if (columns.containsKey(reference.getKey()) && !columns.keySet().containsAll(reference.getValue())) {
                if (columns.get(reference.getKey()) != null) {
                    return null;
                }
                reference.getValue().forEach(column -> all.put(column, null));
            }
        }
        return make(all);
    }

    /** Without what only the view says. */
    static Map<String, Object> written(Map<String, Object> columns) {
        Map<String, Object> written = new HashMap<>(columns);
        REFERENCES.values().forEach(written.keySet()::removeAll);
        return written;
    }

    private static Activation make(Map<String, Object> columns) {
        return BeanUtils.instantiateClass(
                ACTIVATION,
                COLUMNS.stream()
                        .map(column -> value(column.getType(), columns.get(name(column))))
                        .toArray());
    }

    private static Object value(Class<?> type, Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (type == ActivationStatus.class && value instanceof String status) {
            return ActivationStatus.valueOf(status);
        }
        return value == null && type == boolean.class ? Boolean.FALSE : value;
    }

    private static Object read(RecordComponent column, Activation activation) {
        return ReflectionUtils.invokeMethod(column.getAccessor(), activation);
    }

    private static String name(RecordComponent column) {
        return JdbcUtils.convertPropertyNameToUnderscoreName(column.getName());
    }
}
