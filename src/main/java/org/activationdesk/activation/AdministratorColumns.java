package org.activationdesk.activation;

import java.util.HashMap;
import java.util.Map;
import org.activationdesk.purchase.Contact;

/** Who is written to and who is bound, as columns of an activation. */
final class AdministratorColumns {
    private AdministratorColumns() {}

    /**
     * Another administrator; what the former one told of an absence does not hold for them.
     *
     * @param handedOverBy the account that named them; null where the agreement or the partner did
     */
    static Map<String, Object> of(Contact administrator, String handedOverBy) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("administrator_name", administrator.name());
        columns.put("administrator_email", administrator.email());
        columns.put("administrator_language", administrator.language().code());
        columns.put("handed_over_by", handedOverBy);
        columns.put("absent_until", null);
        return columns;
    }

    /** An account has taken the activation on; with what is known of it. */
    static Map<String, Object> of(Visitor visitor, boolean organisationConfirmed) {
        return Map.of(
                "account_id", visitor.accountId(),
                "account_name", visitor.name(),
                "account_username", visitor.username(),
                "account_tenant_id", visitor.tenantId(),
                "account_domain", visitor.domain(),
                "organisation_confirmed", organisationConfirmed);
    }

    /** No account is bound. */
    static Map<String, Object> nobody() {
        Map<String, Object> columns = new HashMap<>();
        columns.put("account_id", null);
        columns.put("account_domain", null);
        columns.put("organisation_confirmed", false);
        return columns;
    }
}
