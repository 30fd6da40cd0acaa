package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.story.Stage.UNKNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.activationdesk.activation.Orders;
import org.activationdesk.activation.Orders.Line;
import org.activationdesk.activation.Orders.Place;
import org.activationdesk.activation.Orders.Reader;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** An order is found by what people know of it, by whoever may see it, however many there are. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class OrderSearchTest {
    private static final Reader NOORDZEE = reader("noordzee");
    private static final Reader ZUIDERLICHT = reader("zuiderlicht");
    private static final Reader MANAGER = new Reader(true, Set.of(), "nobody");

    @Autowired
    private Stage stage;

    @Autowired
    private Orders orders;

    @AfterEach
    void the_many_orders_are_gone() {
        for (String row : List.of(
                "activation where order_key ~ '/(MANY|NEWER)-'", "purchase where order_number ~ '^(MANY|NEWER)-'")) {
            stage.database.sql("delete from " + row).update();
        }
    }

    @Test
    void by_the_beginning_of_any_word_of_number_product_organisation_partner_and_people() {
        OrderKey order = stage.purchase(KNOWN, document -> document.put("organisation", "Café Coöperatie De Xylofoon"));
        String number = order.number();
        for (String typed : List.of(
                number,
                number.toLowerCase(),
                number.substring(number.indexOf('-') + 1) + " xylo",
                "xylof",
                "cafe",
                "CAFÉ cooperatie",
                "xylofoon microsoft 365 bus",
                "xylofoon noordz",
                "xylofoon grace",
                "xylofoon admin@foundry.example",
                "xylofoon @foundry.ex",
                "xylofoon (foundry")) {
            assertThat(found(NOORDZEE, typed)).as(typed).contains(order.toString());
            assertThat(found(MANAGER, typed)).as(typed).contains(order.toString());
            assertThat(found(ZUIDERLICHT, typed)).as(typed).doesNotContain(order.toString());
        }
        for (String typed : List.of("ylofoon", "xylofoon contoso", number + "x", "xylofoon:*", "!xylofoon | a'b\\")) {
            assertThat(found(NOORDZEE, typed)).as(typed).isEmpty();
        }
    }

    @Test
    void by_who_is_named_later_and_by_the_name_that_the_organisation_has_now() {
        OrderKey order = stage.purchase(UNKNOWN, document -> document.put("organisation", "Oudenaam"));
        assertThat(found(NOORDZEE, "quispel")).isEmpty();
        stage.answers(
                AGENT_NOORDZEE,
                order,
                Map.of(
                        "outcome", "named",
                        "name", "Sanne Quispel",
                        "email", "s@quispel.example",
                        "language", "nl"));
        assertThat(found(NOORDZEE, "quispel")).containsExactly(order.toString());
        assertThat(found(NOORDZEE, "s@quis")).containsExactly(order.toString());

        OrderKey next = stage.purchase(UNKNOWN, document -> document.put("organisation", "Nieuwenaam")
                .put("licenseId", "L-" + order.number()));
        assertThat(found(NOORDZEE, "nieuwen")).containsExactly(next.toString(), order.toString());
        // The agreement keeps who was named.
        assertThat(found(NOORDZEE, "quispel")).containsExactly(next.toString(), order.toString());
    }

    @Test
    void an_administrator_finds_the_own_orders_only() {
        OrderKey order = stage.purchase(KNOWN, document -> document.put("organisation", "Zilverdraad"));
        stage.purchase(KNOWN, document -> document.put("organisation", "Zilverdraad"));
        Reader administrator = new Reader(false, Set.of(), People.id(ADMIN_FOUNDRY));
        assertThat(found(administrator, "zilver")).isEmpty();
        stage.arrives(ADMIN_FOUNDRY, order);
        assertThat(found(administrator, "zilver")).containsExactly(order.toString());
        assertThat(found(administrator, "")).contains(order.toString());
    }

    static Stream<Reader> readers() {
        // One partner more of many, of each of which only the newest few are looked at before the index is asked.
        Set<String> many = IntStream.range(0, 500).mapToObj(i -> "p" + i).collect(Collectors.toSet());
        many.add("noordzee");
        return Stream.of(NOORDZEE, MANAGER, new Reader(false, many, "nobody"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void the_newest_first_and_each_once_on_all_pages(Reader reader) {
        many();
        List<String> all = IntStream.iterate(220, i -> i - 1)
                .limit(120)
                .mapToObj(i -> "noordzee/MANY-" + i)
                .toList();
        assertThat(pages(reader, "many")).isEqualTo(all);
        assertThat(pages(reader, "many-1")).isEqualTo(all.subList(21, 120));
        // Only the oldest have it.
        assertThat(pages(reader, "manyfold old")).isEqualTo(all.subList(90, 120));
        assertThat(pages(reader, "manyfold none")).isEmpty();
        assertThat(pages(reader, "").stream().filter(all::contains)).isEqualTo(all);
    }

    /** Several at the same moment, as an import leaves them, over half a year; and behind more newer ones than are looked at. */
    private void many() {
        OrderKey sample = stage.purchase(KNOWN);
        copies(sample, "MANY-", 101, 220, "received_at - (220 - i) / 7 * interval '10 days'", """
                search_words('MANY-' || i || ' manyfold ' || case when i <= 130 then 'old' else 'new' end)""");
        copies(sample, "NEWER-", 1, 2100, "received_at + i * interval '1 second'", "''");
    }

    private void copies(OrderKey sample, String prefix, int from, int to, String receivedAt, String words) {
        stage.database
                .sql("""
                        insert into purchase (partner_id, order_number, agreement_id, product, quantity, ordered_on, request_hash,
                                              received_at, lapses_on, words)
                        select partner_id, :prefix || i, agreement_id, product, quantity, ordered_on, request_hash, %s, lapses_on, %s
                        from purchase, generate_series(:from, :to) i
                        where order_number = :sample
                        """.formatted(receivedAt, words))
                .param("prefix", prefix)
                .param("from", from)
                .param("to", to)
                .param("sample", sample.number())
                .update();
        stage.database
                .sql("""
                        insert into activation (order_key, agreement_id, partner_id, status, status_since, ended_at)
                        select 'noordzee/' || :prefix || i, agreement_id, partner_id, 'ACTIVE', status_since, status_since
                        from activation, generate_series(:from, :to) i where order_key = :sample
                        """)
                .param("prefix", prefix)
                .param("from", from)
                .param("to", to)
                .param("sample", sample.toString())
                .update();
    }

    private List<String> pages(Reader reader, String search) {
        List<String> keys = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        do {
            List<Line> lines = orders.page(reader, search, after);
            lines.stream().limit(Orders.PAGE).map(Line::orderKey).forEach(keys::add);
            after = lines.size() > Orders.PAGE
                    ? Place.read(lines.get(Orders.PAGE - 1).place().toString())
                    : Optional.empty();
        } while (after.isPresent());
        return keys;
    }

    private List<String> found(Reader reader, String search) {
        return orders.page(reader, search, Optional.empty()).stream()
                .map(Line::orderKey)
                .toList();
    }

    private static Reader reader(String partner) {
        return new Reader(false, Set.of(partner), "nobody");
    }
}
