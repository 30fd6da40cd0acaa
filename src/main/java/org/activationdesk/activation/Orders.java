package org.activationdesk.activation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders that somebody may see, and who has been asked about one of them. */
@Repository
public class Orders {
    /** How many stand on one page. */
    public static final int PAGE = 25;

    private final JdbcClient database;

    Orders(JdbcClient database) {
        this.database = database;
    }

    /**
     * One page of orders, the newest first, and one line more where there is another page. Of each partner only the newest
     * are looked at that can be on the page, so that years of orders do not make it slower.
     *
     * @param number what the order number contains; empty for all
     * @param page from 0
     */
    public List<Line> page(Reader reader, String number, int page) {
        return database.sql("""
                        with wanted as (
                            select newest.* from partner r cross join lateral (
                                select partner_id, order_number, received_at from purchase
                                where partner_id = r.id and position(lower(:number) in lower(order_number)) > 0
                                order by received_at desc, order_number limit :reach) newest
                            where :all or r.id in (:partners)
                            union
                            select p.partner_id, p.order_number, p.received_at
                            from (select order_key from activation
                                  where partner_id in (:partners) and partner_id <> split_part(order_key, '/', 1)
                                  union all
                                  select order_key from activation where account_id = :account and organisation_confirmed) a
                                 join purchase p on p.partner_id = split_part(a.order_key, '/', 1)
                                                and p.order_number = split_part(a.order_key, '/', 2)
                            where position(lower(:number) in lower(p.order_number)) > 0),
                        page as (
                            select partner_id || '/' || order_number as order_key, * from wanted
                            order by received_at desc, order_key limit :most offset :first)
                        select order_key, g.organisation, p.product, p.quantity, a.status, a.status_since
                        from page
                             join purchase p using (partner_id, order_number)
                             join activation a using (order_key)
                             join agreement g on g.id = a.agreement_id
                        order by p.received_at desc, order_key
                        """)
                .param("all", reader.all())
                .param("partners", reader.partners().isEmpty() ? Set.of("") : reader.partners())
                .param("account", reader.account())
                .param("number", number)
                .param("most", PAGE + 1)
                .param("first", (long) page * PAGE)
                .param("reach", (long) page * PAGE + PAGE + 1)
                .query(Line.class)
                .list();
    }

    /** Who was asked to help with an order and has not been answered by anybody's step since. */
    public Asked asked(OrderKey order) {
        return database.sql("""
                        select case when help_asked_at >= status_since then help_asked_at end as partner,
                               case when managers_asked_at >= greatest(status_since, help_asked_at)
                                    then managers_asked_at end as managers
                        from activation where order_key = :order
                        """)
                .param("order", order.toString())
                .query(Asked.class)
                .single();
    }

    /**
     * Whose list it is.
     *
     * @param all whether every order is on it
     * @param partners ids of the partners that the reader works for
     * @param account whose own activations are on it as well
     */
    public record Reader(boolean all, Set<String> partners, String account) {}

    /** An order in the list. */
    public record Line(
            String orderKey,
            String organisation,
            String product,
            int quantity,
            ActivationStatus status,
            Instant statusSince) {
        public OrderKey order() {
            return OrderKey.of(orderKey);
        }
    }

    /** Since when each was asked; null where nobody asks. */
    public record Asked(Instant partner, Instant managers) {}
}
