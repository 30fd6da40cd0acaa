package org.activationdesk.purchase;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.activationdesk.language.Language;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agreement register: what is known of each agreement, and whom it names. */
@Repository
public class Agreements {
    /** Of the agreement whose id a table of this name has. */
    private static final String WRITE_CONTACTS = """
            insert into contact (agreement_id, role, name, email, language, confirmed_on, confirmed_by)
            select id, role, name, email, language, :confirmedOn::timestamptz, :confirmedBy::text
            from %s, unnest(:roles, :names, :emails, :languages) as named (role, name, email, language)
            order by role
            on conflict (agreement_id, role)
            do update set name = excluded.name, email = excluded.email, language = excluded.language,
                          confirmed_on = coalesce(excluded.confirmed_on,
                              case when contact.email = excluded.email then contact.confirmed_on end),
                          confirmed_by = coalesce(excluded.confirmed_by,
                              case when contact.email = excluded.email then contact.confirmed_by end),
                          accepted_at = case when contact.email = excluded.email then contact.accepted_at end,
                          accepted_by = case when contact.email = excluded.email then contact.accepted_by end,
                          invalid_since = case when contact.email = excluded.email
                                                and excluded.confirmed_on is null
                                               then contact.invalid_since end,
                          invalid_reason = case when contact.email = excluded.email
                                                 and excluded.confirmed_on is null
                                                then contact.invalid_reason end
            """;

    private static final String WORDS = SearchWords.of(
            ":organisation",
            ":licenseId",
            ":authorizationNumber",
            ":licenseNumber",
            SearchWords.nameOf(":partner"),
            SearchWords.ofContacts());

    /**
     * The beginning of a statement that takes a purchase in: registers its agreement, or what it says anew of a known one, as
     * {@code registered (id, tenant_id, tenant_domain)}. That stays empty, and nothing is changed, where the purchase itself is known. A tenant
     * once known is never replaced here.
     */
    static final String REGISTER = """
            with registered as (
            insert into agreement (partner_id, program, license_id, authorization_number, license_number,
                                   organisation, country, public_customer_number, tenant_id, tenant_domain, words)
            select :partner, :program, :licenseId, :authorizationNumber, :licenseNumber,
                   :organisation, :country, :publicCustomerNumber, :tenantId, :tenantDomain, %s
            where not exists (select from purchase where partner_id = :partner and order_number = :number)
            on conflict (partner_id, program, license_id, authorization_number, license_number)
            do update set organisation = excluded.organisation,
                          country = excluded.country,
                          public_customer_number =
                              coalesce(excluded.public_customer_number, agreement.public_customer_number),
                          tenant_id = coalesce(agreement.tenant_id, excluded.tenant_id),
                          tenant_domain = coalesce(agreement.tenant_domain, excluded.tenant_domain),
                          words = agreement.words || excluded.words
            returning id, tenant_id, tenant_domain
            ), named as (%s)
            """.formatted(WORDS, WRITE_CONTACTS.formatted("registered"));

    private static final String NAME_ADMINISTRATOR =
            """
            with known as (
                update agreement set words = words || %s where id = :agreement returning id)
            %s
            """.formatted(SearchWords.of(SearchWords.ofContacts()), WRITE_CONTACTS.formatted("known"));

    /** A row of the register is held before its contacts are: what they change stands in it, too. */
    private static final String HELD = "(select id from agreement where id = :agreement for no key update) held";

    private final JdbcClient database;
    private final Clock clock;

    Agreements(@Qualifier("register") JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes down that whoever the activation link was mailed to has accepted; parts are expressions of SQL. */
    public static String accepted(String orderKey, String at, String who) {
        return """
                update contact c set accepted_at = %2$s, accepted_by = %3$s
                from (select g.id, administrator_email from activation a join agreement g on g.id = a.agreement_id
                      where a.order_key = %1$s for no key update of g) held
                where c.agreement_id = held.id and c.email = held.administrator_email""".formatted(orderKey, at, who);
    }

    /** What {@link #REGISTER} needs to know, but for the order. */
    Map<String, Object> columns(Agreement agreement, List<Contact> contacts) {
        Map<String, Object> columns = columns(contacts, null);
        columns.put("program", agreement.program().name());
        columns.put("licenseId", agreement.licenseId());
        columns.put("authorizationNumber", agreement.authorizationNumber());
        columns.put("licenseNumber", agreement.licenseNumber());
        columns.put("organisation", agreement.organisation());
        columns.put("country", agreement.country());
        columns.put("publicCustomerNumber", agreement.publicCustomerNumber());
        columns.put("tenantId", agreement.tenantId());
        columns.put("tenantDomain", agreement.tenantDomain());
        return columns;
    }

    /** Writes down whom the partner named as online administrator; what was wrong with a former one is forgotten. */
    public void nameAdministrator(long agreement, Contact administrator, String namedBy) {
        database.sql(NAME_ADMINISTRATOR)
                .params(columns(List.of(administrator), namedBy))
                .param("agreement", agreement)
                .update();
    }

    private Map<String, Object> columns(List<Contact> contacts, String confirmedBy) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("roles", column(contacts, contact -> contact.role().name()));
        columns.put("names", column(contacts, Contact::name));
        columns.put("emails", column(contacts, Contact::email));
        columns.put("languages", column(contacts, contact -> contact.language().code()));
        columns.put("confirmedOn", confirmedBy == null ? null : OffsetDateTime.now(clock));
        columns.put("confirmedBy", confirmedBy);
        return columns;
    }

    private static String[] column(List<Contact> contacts, Function<Contact, String> value) {
        return contacts.stream().map(value).toArray(String[]::new);
    }

    /** The customer's country, as ISO 3166-1 alpha-2. */
    public String country(long agreement) {
        return database.sql("select country from agreement where id = :id")
                .param("id", agreement)
                .query(String.class)
                .single();
    }

    /** The recipient chain of an order: the first contact, in the order of {@link ContactRole}, that is not known to be invalid. */
    public Optional<Contact> recipient(OrderKey order) {
        return database.sql("""
                        select c.role, c.name, c.email, c.language
                        from purchase p join contact c on c.agreement_id = p.agreement_id
                        where p.partner_id = :partner and p.order_number = :number and c.invalid_since is null
                        order by array_position(:chain, c.role) limit 1
                        """)
                .param("partner", order.partner())
                .param("number", order.number())
                .param(
                        "chain",
                        List.of(ContactRole.values()).stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> new Contact(
                        ContactRole.valueOf(row.getString("role")),
                        row.getString("name"),
                        row.getString("email"),
                        Language.of(row.getString("language")).orElseThrow()))
                .optional();
    }

    /** No mail goes to this address again until somebody names it anew. */
    public void invalidate(long agreement, String email, String reason) {
        database.sql("""
                        update contact set invalid_since = :now, invalid_reason = :reason from %s
                        where agreement_id = held.id and email = :email and invalid_since is null
                        """.formatted(HELD))
                .param("now", OffsetDateTime.now(clock))
                .param("reason", reason)
                .param("agreement", agreement)
                .param("email", email)
                .update();
    }

    /** Writes down that this address still reaches the right person. */
    public void confirm(long agreement, String email, String confirmedBy) {
        database.sql("""
                        update contact set confirmed_on = :now, confirmed_by = :confirmedBy from %s
                        where agreement_id = held.id and email = :email and invalid_since is null
                        """.formatted(HELD))
                .param("now", OffsetDateTime.now(clock))
                .param("confirmedBy", confirmedBy)
                .param("agreement", agreement)
                .param("email", email)
                .update();
    }

    /** Writes down which tenant the agreement belongs to. */
    public void belongsTo(long agreement, UUID tenant, String domain) {
        database.sql("update agreement set tenant_id = :tenant, tenant_domain = :domain where id = :agreement")
                .param("tenant", tenant)
                .param("domain", domain)
                .param("agreement", agreement)
                .update();
    }
}
