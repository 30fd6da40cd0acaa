package org.activationdesk.signin;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;

/** How the desk is known at the provider: one registration, put together when somebody signs in. */
@Component
class DeskRegistration implements ClientRegistrationRepository {
    static final String ID = "desk";

    private final SignInSettings settings;
    private final Provider provider;
    private final URI publicUrl;

    DeskRegistration(SignInSettings settings, Provider provider, @Value("${activation.public-url}") URI publicUrl) {
        this.settings = settings;
        this.provider = provider;
        this.publicUrl = publicUrl;
    }

    /** The address of a path of the desk, as people reach it; what a request says of its host is not asked. */
    String publicly(String path) {
        return publicUrl.resolve(path).toString();
    }

    /** @throws OAuth2AuthenticationException when the provider cannot be reached, which fails the sign-in and nothing else */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        try {
            return registration(provider.metadata());
        } catch (IllegalStateException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("provider_unreachable", e.getMessage(), null), e);
        }
    }

    private ClientRegistration registration(ProviderMetadata metadata) {
        return ClientRegistration.withRegistrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicly("/login/oauth2/code/" + ID))
                .scope("openid", "profile", "email")
                .authorizationUri(metadata.authorizationEndpoint())
                .tokenUri(metadata.tokenEndpoint())
                .jwkSetUri(metadata.jwksUri())
                .userNameAttributeName("oid")
                .providerConfigurationMetadata(metadata.logout())
                .build();
    }
}
