package org.activationdesk.benchmark;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.Accounts;
import org.activationdesk.signin.DeskUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Signs people in without a provider, so that only the desk is measured. What they may do then, the desk says as ever. */
final class BackDoor extends HttpFilter {
    static final String PATH = "/benchmark/sign-in";
    private static final long serialVersionUID = 1;

    private final transient ObjectProvider<Accounts> accounts;

    private BackDoor(ObjectProvider<Accounts> accounts) {
        this.accounts = accounts;
    }

    static FilterRegistrationBean<Filter> filter(ObjectProvider<Accounts> accounts) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new BackDoor(accounts));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getRequestURI().equals(PATH)) {
            chain.doFilter(request, response);
            return;
        }
        Account account = Person.account(
                request.getParameter("account"),
                Set.of(request.getParameter("groups").split(",")));
        accounts.getObject().signedIn(account);
        DeskUser user = new DeskUser(
                account,
                new OidcIdToken(
                        "none", Instant.now(), Instant.now().plusSeconds(86_400), Map.of("sub", account.id())));
        request.getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        new SecurityContextImpl(new OAuth2AuthenticationToken(user, user.getAuthorities(), "desk")));
    }
}
