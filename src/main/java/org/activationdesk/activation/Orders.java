package org.activationdesk.activation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
     * Some orders, the newest first: as many as a page has, and one more where there is another page.
     *
     * @param search what each word of it the order has a word that begins so: its number, product, organisation, partner, or a
     *     person; blank for all
     * @param after the last order of the page before; nothing for the first page
     */
    public List<Line> page(Reader reader, String search, Optional<Place> after) {
        boolean searching = !search.isBlank();
        Place from = after.orElse(Place.FIRST);
        int most = PAGE + 1;
        return database.sql(OrderListQuery.of(
                        reader.all(), searching, after.isEmpty(), most, searching ? reach(reader) : most))
                .param("partners", reader.partners().toArray(String[]::new))
                .param("account", reader.account())
                .param("search", search)
                .param("at", from.receivedAt())
                .param("seller", from.seller())
                .param("number", from.number())
                .query(Line.class)
                .list();
    }

    private static int reach(Reader reader) {
        return reader.all()
                ? OrderListQuery.LOOK
                : Math.max(
                        PAGE + 1,
                        OrderListQuery.LOOK / Math.max(1, reader.partners().size()));
    }

    /**
     * Whose list it is.
     *
     * @param all whether every order is on it
     * @param partners ids of the partners that the reader works for
     * @param account whose own activations are on it as well
     */
    public record Reader(boolean all, Set<String> partners, String account) {
        /** Whether orders of other people are on it. */
        public boolean isStaff() {
            return all || !partners.isEmpty();
        }
    }

    /** A place in the list: behind an order, which may be of a former page and need not be there any more. */
    public record Place(OffsetDateTime receivedAt, String seller, String number) {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-[0-9T:.-]+Z)/([a-z0-9-]+)/([A-Za-z0-9._-]+)");
        private static final Place FIRST = new Place(OffsetDateTime.MAX, "", "");

        /** As {@link #toString} writes it; nothing for any other text. */
        public static Optional<Place> read(String text) {
            Matcher written = WRITTEN.matcher(text);
            try {
                return written.matches()
                        ? Optional.of(
                                new Place(OffsetDateTime.parse(written.group(1)), written.group(2), written.group(3)))
                        : Optional.empty();
            } catch (DateTimeParseException madeUp) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return receivedAt + "/" + seller + "/" + number;
        }
    }

    /**
     * An order in the list.
     *
     * @param partner the name of the one that answers for it
     * @param administrator null where nobody is known
     * @param answeringPartner id of the partner that answers for it
     * @param own null where no account is bound to it: see {@link #isOwn}
     */
    public record Line(
            String orderKey,
            Instant receivedAt,
            String organisation,
            String partner,
            String administrator,
            String product,
            int quantity,
            ActivationStatus status,
            Instant statusSince,
            Instant helpAskedAt,
            Instant managersAskedAt,
            boolean accountQuestioned,
            String answeringPartner,
            Boolean own)
            implements Standing {
        /** Whether the reader is its online administrator. */
        public boolean isOwn() {
            return Boolean.TRUE.equals(own);
        }

        public OrderKey order() {
            return OrderKey.of(orderKey);
        }

        public Place place() {
            return new Place(receivedAt.atOffset(ZoneOffset.UTC), order().partner(), order().number());
        }
    }
}
