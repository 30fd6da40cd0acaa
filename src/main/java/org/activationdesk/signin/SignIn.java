package org.activationdesk.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** The one way in for people: OpenID Connect with a work or school account. */
@Component
class SignIn implements JwtDecoderFactory<ClientRegistration> {
    /** Where a browser is sent that has to sign in. */
    static final String START = "/oauth2/authorization/" + DeskRegistration.ID;

    static final String FAILED = "/sign-in-failed";

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final AuthenticationFailureHandler failurePage = new SimpleUrlAuthenticationFailureHandler(FAILED);
    private final DeskRegistration registration;
    private final Provider provider;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    SignIn(DeskRegistration registration, Provider provider) {
        this.registration = registration;
        this.provider = provider;
    }

    void apply(OAuth2LoginConfigurer<?> login) {
        login.loginPage(START)
                .clientRegistrationRepository(registration)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(requests()))
                .failureHandler(this::fail)
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

    /** People with several accounts choose each time; without PKCE a stolen code could be redeemed. */
    private DefaultOAuth2AuthorizationRequestResolver requests() {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(registration, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(extra -> extra.put("prompt", "select_account"))));
        return requests;
    }

    /** The reason is for the log: it helps who looks after the desk, and otherwise only who attacks it. */
    private void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        LOG.warn("Sign-in failed: {}", reason.getMessage());
        failurePage.onAuthenticationFailure(request, response, reason);
    }

    /** A provider that is down is a failed sign-in with a page of its own, not a fault of the desk. */
    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failToStart() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(SignIn.this::fail);
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
