package org.activationdesk.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.activationdesk.agreement.AgreementOverview.Risk;
import org.activationdesk.purchase.ContactRole;
import org.activationdesk.purchase.Program;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agreements with their contacts, those first that hang on one person or on nobody. */
@Repository
public class AgreementOverviews {
    /** Agreements on one page. */
    public static final int PAGE = 25;

    private static final String MATCHING =
            "and words @@ (select array_to_string(search_beginnings(:search), ' & ')::tsquery)";

    /** All are counted by an index, and sorted as they are read; what has to be found is found once. */
    private static final String FOUND = """
            with standing as (
                select id, organisation, live_contacts as live, coalesce(confirmed_on >= :since, false) as confirmed
                from agreement where (:partner::text is null or partner_id = :partner) %s),
            wanted as %s (select * from standing where %s),
            counted as materialized (select count(*) as agreements from wanted),
            page as (
                select id, live, confirmed from wanted order by live, confirmed, organisation, id
                limit :size offset (select least(:before, greatest(agreements - 1, 0) / :size * :size) from counted))
            select page.id, g.organisation, g.program, r.name as partner, live, confirmed, agreements,
                   coalesce(g.license_id, g.authorization_number || ' / ' || g.license_number) as licence
            from counted cross join page join agreement g using (id) join partner r on r.id = g.partner_id
            order by live, confirmed, g.organisation, page.id
            """;

    private static final Map<Risk, String> RISKS =
            Map.of(Risk.NOBODY, "live = 0", Risk.ONE, "live = 1", Risk.UNCONFIRMED, "live > 0 and not confirmed");

    private final JdbcClient database;
    private final ContactCheckSettings settings;
    private final Clock clock;

    AgreementOverviews(JdbcClient database, ContactCheckSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Contacts that were confirmed before this day count as not confirmed. */
    public LocalDate confirmedSince() {
        return LocalDate.now(clock).minus(settings.after());
    }

    /**
     * A page of agreements.
     *
     * @param partner whose; of all partners where it is empty
     * @param search what each word of it the organisation, the licence, the partner or a contact has a word that begins so; blank for all
     * @param risk the risk that they have; any or none where it is empty
     * @param page counted from 1
     */
    public Page page(Optional<String> partner, String search, Optional<Risk> risk, int page) {
        List<Found> found = database.sql(FOUND.formatted(
                        search.isBlank() ? "" : MATCHING,
                        search.isBlank() && risk.isEmpty() ? "not materialized" : "materialized",
                        risk.map(RISKS::get).orElse("true")))
                .param("partner", partner.orElse(null))
                .param("search", search)
                .param(
                        "since",
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(settings.after()))
                .param("size", PAGE)
                .param("before", (long) (page - 1) * PAGE)
                .query(Found.class)
                .list();
        Map<Long, List<AgreementContact>> contacts = contacts(found);
        return new Page(
                found.stream()
                        .map(agreement -> agreement.with(contacts.getOrDefault(agreement.id(), List.of())))
                        .toList(),
                found.stream().findAny().map(Found::agreements).orElse(0));
    }

    /**
     * Some agreements.
     *
     * @param agreements on this page; those of the last one where it lies behind that
     * @param all how many there are on all pages
     */
    public record Page(List<AgreementOverview> agreements, int all) {}

    private Map<Long, List<AgreementContact>> contacts(List<Found> agreements) {
        return database
                .sql("""
                        select * from agreement_contact where agreement_id = any(:agreements)
                        order by array_position(:chain, role)
                        """)
                .param("agreements", agreements.stream().map(Found::id).toArray(Long[]::new))
                .param(
                        "chain",
                        List.of(ContactRole.values()).stream().map(Enum::name).toArray(String[]::new))
                .query(AgreementContact.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(AgreementContact::agreementId));
    }

    private record Found(
            long id,
            String organisation,
            Program program,
            String partner,
            String licence,
            int live,
            boolean confirmed,
            int agreements) {

        AgreementOverview with(List<AgreementContact> contacts) {
            return new AgreementOverview(id, organisation, program, licence, partner, risks(), contacts);
        }

        private Set<Risk> risks() {
            if (live == 0) {
                return Set.of(Risk.NOBODY);
            }
            Set<Risk> risks = EnumSet.noneOf(Risk.class);
            if (live == 1) {
                risks.add(Risk.ONE);
            }
            if (!confirmed) {
                risks.add(Risk.UNCONFIRMED);
            }
            return risks;
        }
    }
}
