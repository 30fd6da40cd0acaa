package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells the web apps who is signed in to the desk. Public because their filter makes it by name. */
public class WebappSignIn extends ContainerBasedAuthenticationProvider {
    /** Where the web apps keep their own idea of who is signed in. */
    private static final String REMEMBERED = "authenticatedUser";

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof DeskUser user)
                || user.account().standing() != Standing.MEMBER) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult result = AuthenticationResult.successful(user.getName());
        result.setGroups(List.copyOf(user.account().groups()));
        result.setTenants(List.of());
        return result;
    }

    /** After a new sign-in in the same browser, groups of the former one must not live on. */
    static void forget(HttpSession session) {
        session.removeAttribute(REMEMBERED);
    }
}
