package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** The one way in for people: OpenID Connect with a work or school account. */
@Component
class SignIn implements JwtDecoderFactory<ClientRegistration> {
    /** Where a browser is sent that has to sign in. */
    static final String START = "/oauth2/authorization/" + DeskRegistration.ID;

    static final String FAILED = "/sign-in-failed";

    private final DeskRegistration registration;
    private final Provider provider;
    private final SignInRequests requests;
    private final WaysIn waysIn;
    private final DeskUsers users;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    SignIn(DeskRegistration registration, Provider provider, SignInRequests requests, WaysIn waysIn, DeskUsers users) {
        this.registration = registration;
        this.provider = provider;
        this.requests = requests;
        this.waysIn = waysIn;
        this.users = users;
    }

    void apply(OAuth2LoginConfigurer<?> login) {
        login.loginPage(START)
                .clientRegistrationRepository(registration)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(
                        start -> start.authorizationRequestResolver(requests).authorizationRequestRepository(requests))
                .userInfoEndpoint(info -> info.oidcUserService(users))
                .successHandler(waysIn)
                .failureHandler(waysIn)
                .withObjectPostProcessor(failToStart());
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration desk) {
        return decoders.computeIfAbsent(desk.getRegistrationId(), id -> decoder(desk));
    }

    /** The check of the issuer replaces Spring's, which knows no issuer with the token's own tenant in it. */
    private JwtDecoder decoder(ClientRegistration desk) {
        NimbusJwtDecoder decoder = provider.decoder();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(desk), provider.issuer()));
        return decoder;
    }

    /** A provider that is down is a failed sign-in with a page of its own, not a fault of the desk. */
    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failToStart() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(waysIn);
                return filter;
            }
        };
    }

    /** The desk calls nobody in a person's name, so it keeps no access tokens. */
    private static class NoTokens implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String id, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
