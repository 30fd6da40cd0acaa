package org.activationdesk.activation;

/**
 * One page of orders, in SQL. It takes {@code :partners} and {@code :account} of the reader, the words
 * of {@code :search}, and the place {@code :at}, {@code :seller} and {@code :number} behind which the page begins.
 */
final class OrderListQuery {
    /** As many of the newest orders are looked at before the index of all words is asked. */
    static final int LOOK = 1_000;

    private static final String NEWEST_FIRST = "order by received_at desc, partner_id desc, order_number desc";
    private static final String BEHIND = "(received_at, partner_id, order_number) < (:at, :seller, :number)";
    private static final String BEHIND_OF_PARTNER = "received_at <= :at and " + BEHIND;
    private static final String OF_PARTNER = "from purchase where partner_id = partner and " + BEHIND_OF_PARTNER
            + " order by received_at desc, order_number desc";

    private static final String OF_PARTNERS = "partner_id = any(:partners)";

    private static final String MATCHES = "words @@ (select query from asked)";

    private static final String NEAR = """
            select partner_id, order_number, received_at from (
                select * from purchase where %s %s limit :reach) latest
            where %%s %2$s limit :most""".formatted(BEHIND, NEWEST_FIRST);

    /** Of each partner as many: what has to be looked at follows from the page, and not from how many orders a partner has. */
    private static final String NEAR_OF_PARTNERS = """
            select found.* from unnest(:partners) partner cross join lateral (
                select partner_id, order_number, received_at from (select * %s limit :reach) latest
                where %%s order by received_at desc, order_number desc limit :most) found""".formatted(OF_PARTNER);

    /** How far back was looked; what was found in front of it is the newest. Nothing where there is no more to look at. */
    private static final String EDGE =
            "select received_at from purchase where %s %s offset :reach - 1 limit 1".formatted(BEHIND, NEWEST_FIRST);

    private static final String EDGE_OF_PARTNERS = """
            select max(received_at) from unnest(:partners) partner cross join lateral (
                select received_at %s offset :reach - 1 limit 1) oldest
            where (select count(*) from near where partner_id = partner) < :most""".formatted(OF_PARTNER);

    /**
     * The words, and those of them that the index is asked for: not what is far commoner among the newest orders than the rarest of them,
     * as the index reads all that begins like a word. The others are looked for in the orders that it finds.
     */
    private static final String ASKED = """
            word as materialized (
                select beginning, case when cardinality(beginnings) > 1 then
                       (select count(*) from (select words from purchase order by received_at desc limit 200) recent
                        where recent.words @@ beginning::tsquery) end as found
                from search_beginnings(:search) beginnings, unnest(beginnings) beginning),
            asked as materialized (
                select string_agg(beginning, ' & ')::tsquery as query,
                       array_agg(beginning) filter (where rare) as indexed, bool_and(rare) as complete
                from (select beginning, coalesce(found <= min(found) over () * 8 + 4, true) as rare from word) known),
            """;

    /**
     * A word that many orders have is found among the newest at once, and one that few have by the index; each would take seconds to
     * find the other. The index is asked by quarters of a year, the newest first, until a page is full. Behind {@code offset 0} no other
     * index is asked, which would read all orders of a partner.
     */
    private static final String NEWEST_FOUND = """
            edge as materialized (select (%s) as at),
            sure as materialized (select near.* from near, edge where received_at > coalesce(at, '-infinity')),
            quarter as (
                select quarter, (select string_agg('''' || quarter || '/' || substr(rare, 2), ' & ')::tsquery
                               from unnest(indexed) rare) as query
                from asked, edge, generate_series(
                    search_quarter(at), (select search_quarter(min(received_at)) from purchase), -1) quarter
                where (select count(*) from sure) < :most),
            newest as (
                select * from sure
                union all (
                    select found.* from quarter cross join lateral (
                        select partner_id, order_number, received_at from (
                            select * from purchase
                            where search_words_of_quarter(words, search_quarter(received_at)) @@ quarter.query offset 0) all_of_quarter
                        where ((select complete from asked) or %s) and received_at <= (select at from edge) and %s and %s
                        %s limit :most) found
                    limit :most)),
            """;

    private static final String NEWEST = """
            newest as (select * from near),
            """;

    /**
     * With what the reader has a part in without being of the partner that sold it. There is little of it, but PostgreSQL believes
     * that it is nearly everything; {@code offset 0} keeps it from reading that.
     */
    private static final String PAGE_OF = """
            part_in as materialized (
                select passed_on.* from unnest(:partners) partner cross join lateral (
                    select order_key from activation
                    where partner_id = partner and partner_id <> split_part(order_key, '/', 1) offset 0) passed_on
                union
                select order_key from activation where account_id = :account and organisation_confirmed),
            own as (
                select purchased.* from part_in cross join lateral (
                    select partner_id, order_number, received_at from purchase
                    where partner_id = split_part(order_key, '/', 1) and order_number = split_part(order_key, '/', 2)
                      and %s and %s offset 0) purchased),
            page as (
                select * from newest union select * from own %s limit :most)
            select a.order_key, p.received_at, g.organisation, r.name as partner, a.administrator_name as administrator,
                   p.product, p.quantity, a.status, a.status_since,
                   a.help_asked_at, a.managers_asked_at, a.partner_id as answering_partner,
                   a.account_id = :account and a.organisation_confirmed as own,
                   a.status = 'WITH_PARTNER' and a.account_id is not null as account_questioned
            from page
                 join purchase p using (partner_id, order_number)
                 join activation a on a.order_key = p.partner_id || '/' || p.order_number
                 join agreement g on g.id = a.agreement_id
                 join partner r on r.id = a.partner_id
            order by p.received_at desc, p.partner_id desc, p.order_number desc
            """;

    private OrderListQuery() {}

    /**
     * How many are wanted is part of the statement, and the first page does not say where it begins: PostgreSQL then sees that few of
     * many are wanted, whatever the parameters are, and need not make a new plan for each.
     */
    static String of(boolean all, boolean searching, boolean first, int most, int reach) {
        String matches = searching ? MATCHES : "true";
        String near = (all ? NEAR : NEAR_OF_PARTNERS).formatted(matches);
        String page = "with " + (searching ? ASKED : "")
                + "near as materialized (" + near + "),\n"
                + (searching
                        ? NEWEST_FOUND.formatted(
                                all ? EDGE : EDGE_OF_PARTNERS,
                                MATCHES,
                                BEHIND,
                                all ? "true" : OF_PARTNERS,
                                NEWEST_FIRST)
                        : NEWEST)
                + PAGE_OF.formatted(BEHIND, matches, NEWEST_FIRST);
        String placed = first ? page.replace(BEHIND_OF_PARTNER, "true").replace(BEHIND, "true") : page;
        return placed.replace(":most", Integer.toString(most)).replace(":reach", Integer.toString(reach));
    }
}
