package org.activationdesk.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The partners of the settings, registered in the table <code>partner</code> at start. A partner that is taken out of the
 * settings stays in the table, because its purchases do, but nobody acts for it any more: only {@link #byId} still finds it.
 */
public class Partners implements SmartInitializingSingleton {
    private static final String REGISTER = """
            insert into partner (id, name, tenant_id, mail_domain, escalation_address, phone, language, country, api_client)
            values (:id, :name, :tenantId, :mailDomain, :escalationAddress, :phone, :language, :country, :apiClient)
            on conflict (id) do update set (name, tenant_id, mail_domain, escalation_address, phone, language, country,
                                       api_client)
              = (excluded.name, excluded.tenant_id, excluded.mail_domain, excluded.escalation_address, excluded.phone,
                 excluded.language, excluded.country, excluded.api_client)
            """;

    private final List<Partner> partners;
    private final JdbcClient database;

    Partners(List<Partner> partners, JdbcClient database) {
        this.partners = partners;
        this.database = database;
    }

    @Override
    public void afterSingletonsInstantiated() {
        partners.forEach(partner -> database.sql(REGISTER).paramSource(partner).update());
    }

    /** Finds former partners as well. */
    public Optional<Partner> byId(String id) {
        return database.sql("select * from partner where id = ?")
                .param(id)
                .query(Partner.class)
                .optional();
    }

    public Optional<Partner> ofTenant(UUID tenantId) {
        return partners.stream()
                .filter(partner -> partner.tenantId().equals(tenantId))
                .findAny();
    }

    public Optional<Partner> ofApiClient(String clientId) {
        return partners.stream()
                .filter(partner -> partner.apiClient().equals(clientId))
                .findAny();
    }

    /** The partners of the settings, without former ones. */
    public List<Partner> all() {
        return partners;
    }
}
