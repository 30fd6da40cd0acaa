package org.activationdesk.tryout.signin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Tokens that say what those of Microsoft Entra ID say. */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String API_AUDIENCE = "activation-desk";

    @Override
    public void customize(JwtEncodingContext context) {
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            identify(Accounts.named(context.getPrincipal().getName()), context.getClaims());
        } else if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims()
                    .audience(List.of(API_AUDIENCE))
                    .claim("azp", context.getRegisteredClient().getClientId())
                    .claim(
                            "tid",
                            Clients.tenant(context.getRegisteredClient().getClientId())
                                    .toString());
        }
    }

    private static void identify(Account account, JwtClaimsSet.Builder claims) {
        claims.subject(pairwise(account))
                .claim("ver", "2.0")
                .claim("tid", account.tenant().toString())
                .claim("oid", account.objectId().toString())
                .claim("preferred_username", account.username())
                .claim("name", account.name())
                .claim("email", account.username())
                .claim("locale", account.language());
        // Entra leaves out what does not hold.
        if (!account.isPersonal()) {
            claims.claim("xms_edov", true);
        }
        if (!account.roles().isEmpty()) {
            claims.claim("roles", account.roles());
        }
    }

    // As at Entra, neither the name nor the object id: whoever takes the subject for one of them notices here.
    private static String pairwise(Account account) {
        return UUID.nameUUIDFromBytes((Clients.DESK + account.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
