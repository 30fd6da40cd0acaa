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

    ApiClients(Partners partners) {
        this.partners = partners;
    }

    /**
     * The client id is the first of <code>azp</code> (Entra, version 2), <code>appid</code> (Entra, version 1),
     * <code>client_id</code> (RFC 9068) and <code>sub</code> (RFC 6749 servers without any of these) that the token has;
     * what comes after the first one is not looked at. Empty when no partner has registered that client.
     */
    public Optional<Partner> partner(Jwt token) {
        return Stream.of("azp", "appid", "client_id", "sub")
                .filter(token::hasClaim)
                .findFirst()
                .map(token::getClaimAsString)
                .flatMap(partners::ofApiClient);
    }
}
