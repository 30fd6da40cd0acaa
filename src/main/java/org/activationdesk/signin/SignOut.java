package org.activationdesk.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Ends the provider's session after the desk's own (OpenID Connect RP-Initiated Logout 1.0). While the provider is down, the
 * desk's own session ends all the same.
 */
@Component
class SignOut {
    private final DeskRegistration registration;

    SignOut(DeskRegistration registration) {
        this.registration = registration;
    }

    /** For forms of the desk's pages. */
    LogoutSuccessHandler byRedirect() {
        return handler(new DefaultRedirectStrategy());
    }

    /**
     * For the web apps, whose call cannot follow a redirect: the address at which to go on (RFC 2483). Not JSON, which is
     * compressed: the address carries an ID token.
     */
    LogoutSuccessHandler byAnswer() {
        return handler((request, response, address) -> {
            response.setContentType("text/uri-list");
            response.getWriter().write(address);
        });
    }

    private LogoutSuccessHandler handler(RedirectStrategy onwards) {
        OidcClientInitiatedLogoutSuccessHandler provider = new OidcClientInitiatedLogoutSuccessHandler(registration);
        provider.setPostLogoutRedirectUri(registration.publicly("/"));
        provider.setRedirectStrategy(onwards);
        return (request, response, person) -> leave(provider, onwards, request, response, person);
    }

    private static void leave(
            LogoutSuccessHandler provider,
            RedirectStrategy onwards,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication person)
            throws IOException, ServletException {
        try {
            provider.onLogoutSuccess(request, response, person);
        } catch (AuthenticationException e) {
            onwards.sendRedirect(request, response, "/");
        }
    }
}
