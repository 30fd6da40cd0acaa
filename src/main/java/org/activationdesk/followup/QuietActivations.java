package org.activationdesk.followup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Until when the table need not be asked about an activation again. An entry is of no meaning once the activation, its problem
 * or the table has changed, so nobody has to remember to take it away; mails only put off what is due.
 */
@Repository
class QuietActivations implements SmartInitializingSingleton {
    private final JdbcClient database;

    QuietActivations(JdbcClient database) {
        this.database = database;
    }

    /** Calendars, partners and the managers' addresses may have changed since the desk was stopped. */
    @Override
    public void afterSingletonsInstantiated() {
        database.sql("delete from quiet_activation").update();
    }

    /** Everything that waits and may be due, the longest wait first. */
    List<String> awake(String cadence, Instant now) {
        database.sql("delete from quiet_activation where until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("""
                        select w.order_key
                        from waiting_version w
                             left join quiet_activation q
                               on q.order_key = w.order_key and q.version = w.version || ' ' || :cadence
                        where q.order_key is null
                        order by w.status_since
                        """).param("cadence", cadence).query(String.class).list();
    }

    void wake(Collection<String> orders) {
        database.sql("delete from quiet_activation where order_key = any(:orders)")
                .param("orders", orders.toArray(String[]::new))
                .update();
    }

    void add(String cadence, List<Quiet> quiet) {
        database.sql("""
                        insert into quiet_activation (order_key, version, until)
                        select quiet.order_key, quiet.version || ' ' || :cadence, quiet.until::timestamptz
                        from unnest(:orders, :versions, :untils) as quiet (order_key, version, until)
                        on conflict (order_key) do update set version = excluded.version, until = excluded.until
                        """)
                .param("cadence", cadence)
                .param("orders", texts(quiet, Quiet::orderKey))
                .param("versions", texts(quiet, Quiet::version))
                .param("untils", texts(quiet, entry -> entry.until().toString()))
                .update();
    }

    /** After many were added: PostgreSQL would go on to join an empty table, and compare each of many with each. */
    void count() {
        database.sql("analyze quiet_activation").update();
    }

    private static String[] texts(List<Quiet> quiet, Function<Quiet, String> text) {
        return quiet.stream().map(text).toArray(String[]::new);
    }

    /** @param version of the rows that say what is due */
    record Quiet(String orderKey, String version, Instant until) {}
}
