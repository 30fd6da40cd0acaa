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

    /** How many agreements there are: of one partner, or of all. */
    public int count(Optional<String> partner) {
        return database.sql("select count(*) from agreement where :partner::text is null or partner_id = :partner")
                .param("partner", partner.orElse(null))
                .query(Integer.class)
                .single();
    }

    /**
     * A page of agreements.
     *
     * @param partner whose; of all partners where it is empty
     * @param page counted from 1
     */
    public List<AgreementOverview> page(Optional<String> partner, int page) {
        List<Found> found = database.sql("""
                        select g.id, g.organisation, g.program, r.name as partner,
                               coalesce(g.license_id, g.authorization_number || ' / ' || g.license_number) as licence,
                               count(distinct lower(c.email)) as live,
                               coalesce(max(c.confirmed_on) >= :since, false) as confirmed
                        from agreement g join partner r on r.id = g.partner_id
                             left join agreement_contact c on c.agreement_id = g.id and c.invalid_since is null
                        where :partner::text is null or g.partner_id = :partner
                        group by g.id, r.name
                        order by least(count(distinct lower(c.email)), 2), confirmed, lower(g.organisation), g.id
                        limit :size offset :before
                        """)
                .param("partner", partner.orElse(null))
                .param(
                        "since",
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(settings.after()))
                .param("size", PAGE)
                .param("before", (long) (page - 1) * PAGE)
                .query(Found.class)
                .list();
        Map<Long, List<AgreementContact>> contacts = contacts(found);
        return found.stream()
                .map(agreement -> agreement.with(contacts.getOrDefault(agreement.id(), List.of())))
                .toList();
    }

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
            boolean confirmed) {

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
