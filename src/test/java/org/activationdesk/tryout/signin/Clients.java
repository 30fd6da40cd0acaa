package org.activationdesk.tryout.signin;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask the provider for tokens: the desk, for people, and the partners' systems. */
public final class Clients implements RegisteredClientRepository {
    public static final String SECRET = "desk";
    public static final String SCOPE = "purchases.write";
    public static final List<String> API = List.of("noordzee-orders", "zuiderlicht-orders");
    static final String DESK = "activation-desk";

    // A build starts several desks on ports of their own.
    private final Set<String> deskUrls = new CopyOnWriteArraySet<>(List.of("http://localhost:8080"));

    /** In whose tenant a client is registered. */
    static UUID tenant(String client) {
        return switch (client) {
            case "noordzee-orders" -> Accounts.NOORDZEE;
            case "zuiderlicht-orders" -> Accounts.ZUIDERLICHT;
            default -> Accounts.DESK;
        };
    }

    void admit(String deskUrl) {
        deskUrls.add(deskUrl);
    }

    @Override
    public RegisteredClient findByClientId(String id) {
        if (DESK.equals(id)) {
            return desk();
        }
        return API.contains(id) ? api(id) : null;
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients do not register themselves");
    }

    private RegisteredClient desk() {
        return client(DESK)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> deskUrls.forEach(url -> uris.add(url + "/login/oauth2/code/desk")))
                .postLogoutRedirectUris(uris -> deskUrls.forEach(url -> uris.add(url + "/")))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .build();
    }

    private static RegisteredClient api(String id) {
        return client(id)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(SCOPE)
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build());
    }
}
