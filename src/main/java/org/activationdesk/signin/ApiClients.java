package org.activationdesk.signin;

import java.util.Optional;
import java.util.stream.Stream;
import org.activationdesk.partner.Partner;
import org.activationdesk.partner.Partners;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Says for which partner an access token of the API speaks. */
@Component
public class ApiClients {
    private final Partners partners;
    private final SignInSettings settings;

    ApiClients(Partners partners, SignInSettings settings) {
        this.partners = partners;
        this.settings = settings;
    }

    /**
     * The partner that has registered the token's client, where the token comes from that partner's tenant; empty otherwise.
     * A token that names no tenant is taken only where the settings say that the provider's tokens name none.
     */
    public Optional<Partner> partner(Jwt token) {
        return client(token).flatMap(partners::ofApiClient).filter(partner -> isOfItsTenant(token, partner));
    }

    /**
     * The client id is the first of <code>azp</code> (Entra, version 2), <code>appid</code> (Entra, version 1) and
     * <code>client_id</code> (RFC 9068) that the token has; what comes after the first one is not looked at.
     */
    static Optional<String> client(Jwt token) {
        return Stream.of("azp", "appid", "client_id")
                .filter(token::hasClaim)
                .findFirst()
                .map(token::getClaimAsString);
    }

    private boolean isOfItsTenant(Jwt token, Partner partner) {
        String tenant = token.getClaimAsString("tid");
        return tenant == null
                ? !settings.apiTokensNameTenant()
                : tenant.equalsIgnoreCase(partner.tenantId().toString());
    }
}
