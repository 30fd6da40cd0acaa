package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/**
 * Sign-ins that are under way. Nothing of them is kept here: all that must be known when somebody comes back stands, sealed,
 * in the <code>state</code> that the provider hands back (RFC 6749, section 4.1.1). So anybody may begin as many as they like,
 * in as many tabs, and each tab goes on where it was heading.
 */
@Component
class SignInRequests
        implements OAuth2AuthorizationRequestResolver, AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /** Parameter of an address that begins a sign-in: the state of the one that failed, to head for the same place. */
    static final String AGAIN = "again";

    private static final String WAY_BACK = SignInRequests.class.getName() + ".wayBack";

    private final DeskRegistration registration;
    private final StateSeal seal;
    private final BrowserMark browsers;
    private final DefaultOAuth2AuthorizationRequestResolver plain;

    SignInRequests(DeskRegistration registration, StateSeal seal, BrowserMark browsers) {
        this.registration = registration;
        this.seal = seal;
        this.browsers = browsers;
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(registration, "/oauth2/authorization");
        // People with several accounts choose each time; without PKCE a stolen code could be redeemed.
        plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(extra -> extra.put("prompt", "select_account"))));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        OAuth2AuthorizationRequest begun = plain.resolve(request);
        return begun == null ? null : heading(begun, wayOf(request, AGAIN).orElse("/"), request);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return heading(plain.resolve(request, registrationId), "/", request);
    }

    /** The provider's address, where somebody signs in and comes back to {@code wayBack}, a path of the desk. */
    String begin(String wayBack, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = heading(plain.resolve(request, DeskRegistration.ID), wayBack, request);
        saveAuthorizationRequest(begun, request, response);
        return begun.getAuthorizationRequestUri();
    }

    private OAuth2AuthorizationRequest heading(
            OAuth2AuthorizationRequest begun, String wayBack, HttpServletRequest request) {
        String content = String.join(
                "\n",
                begun.getAttribute(OidcParameterNames.NONCE),
                begun.getAttribute(PkceParameterNames.CODE_VERIFIER),
                wayBack);
        return OAuth2AuthorizationRequest.from(begun)
                .state(seal.seal(content, browsers.orNew(request)))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        browsers.keep(request, response);
    }

    /** The request that the state belongs to; none where it began in another browser or more than an hour ago. */
    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return opened(request, OAuth2ParameterNames.STATE)
                .map(content -> begun(content, request.getParameter(OAuth2ParameterNames.STATE)))
                .orElse(null);
    }

    /** Notes the way back as well. A state may come back twice, a code is taken once: the provider sees to that. */
    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        wayOf(request, OAuth2ParameterNames.STATE).ifPresent(way -> request.setAttribute(WAY_BACK, way));
        return loadAuthorizationRequest(request);
    }

    /** Where somebody was heading who has just come back from the provider. */
    static String wayBack(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(WAY_BACK)).orElse("/");
    }

    private OAuth2AuthorizationRequest begun(String[] content, String state) {
        ClientRegistration desk = registration.findByRegistrationId(DeskRegistration.ID);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(desk.getProviderDetails().getAuthorizationUri())
                .clientId(desk.getClientId())
                .redirectUri(desk.getRedirectUri())
                .scopes(desk.getScopes())
                .state(state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        DeskRegistration.ID,
                        OidcParameterNames.NONCE,
                        content[0],
                        PkceParameterNames.CODE_VERIFIER,
                        content[1]))
                .build();
    }

    private Optional<String> wayOf(HttpServletRequest request, String parameter) {
        return opened(request, parameter).map(content -> content[2]);
    }

    private Optional<String[]> opened(HttpServletRequest request, String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .flatMap(state -> browsers.of(request).flatMap(browser -> seal.open(state, browser)))
                .map(content -> content.split("\n", 3));
    }
}
