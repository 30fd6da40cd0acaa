package org.activationdesk.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has reported problems, and how to write to them. */
@Repository
public class Reporters {
    /** Somebody who had the activation link, and so reads the administrator's mail. */
    private static final String LINK = "link";

    private final JdbcClient database;

    Reporters(JdbcClient database) {
        this.database = database;
    }

    /** Nobody where the desk itself has found it, or where there is no address. */
    public Optional<Reporter> of(Problem problem, Activation activation) {
        Optional<Reporter> reporter = isAdministrator(problem.reportedBy(), activation)
                ? Optional.of(new Reporter(
                        Party.ADMINISTRATOR,
                        activation.administratorName(),
                        activation.administratorEmail(),
                        activation.languageOfAdministrator()))
                : database.sql("""
                                select c.name, c.username, c.tenant_id, r.mail_domain, r.language, r.escalation_address
                                from account c left join partner r on r.tenant_id = c.tenant_id
                                where c.id = :account
                                """)
                        .param("account", problem.reportedBy())
                        .query(Known.class)
                        .optional()
                        .map(known -> known.reporter(activation));
        return reporter.filter(found -> found.address() != null)
                .filter(found -> EmailAddress.of(found.address()).isPresent());
    }

    /** Whether somebody ends what they have reported themselves. */
    boolean isReporter(String who, Problem problem, Activation activation) {
        return who.equals(problem.reportedBy())
                || isAdministrator(who, activation) && isAdministrator(problem.reportedBy(), activation);
    }

    private static boolean isAdministrator(String who, Activation activation) {
        return who.equals(LINK) || who.equals(activation.accountId());
    }

    /** An account, and the partner whose staff it belongs to, if any. */
    private record Known(
            String name, String username, UUID tenantId, String mailDomain, String language, String escalationAddress) {
        Reporter reporter(Activation activation) {
            if (escalationAddress != null) {
                // The name of an account is its owner's to choose, so it is an address only in the partner's own
                // domain.
                String address =
                        username.toLowerCase(Locale.ROOT).endsWith("@" + mailDomain) ? username : escalationAddress;
                return new Reporter(
                        Party.PARTNER, name, address, Language.of(language).orElse(Language.EN));
            }
            Party party = tenantId.equals(activation.expectedTenant()) ? Party.ADMINISTRATOR : Party.MANAGERS;
            return new Reporter(party, name, username, activation.languageOf(party));
        }
    }
}
