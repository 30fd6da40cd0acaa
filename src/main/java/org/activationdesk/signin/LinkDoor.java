package org.activationdesk.signin;

import org.camunda.bpm.spring.boot.starter.util.CamundaBpmVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The door of who comes with a link of a mail. What these pages do, they do because of the secret in their address and not
 * because of a cookie, so a form needs no token, no session, and is never too old. Whatever another site sends is refused all
 * the same, as the browser says that it does (Fetch Metadata).
 */
@Configuration(proxyBeanMethods = false)
class LinkDoor {
    private static final RequestMatcher LANDING =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/activate/{token}");

    private static final RequestMatcher PAGES = new OrRequestMatcher(
            PageDoor.path("/activate/{token}"),
            PageDoor.path("/activate/{token}/sign-in"),
            PageDoor.path("/activate/{token}/new-link"),
            PageDoor.path("/activate/{token}/not-me"),
            PageDoor.path("/activate/{token}/problem/**"),
            PageDoor.path("/contact/**"));

    @Bean
    @Order(3)
    SecurityFilterChain linkChain(HttpSecurity http, SignInSettings settings, CamundaBpmVersion version)
            throws Exception {
        return http.securityMatcher(PAGES)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionTokens()).ignoringRequestMatchers(PAGES))
                .addFilterBefore(new OwnForms(), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> {
                    PageDoor.headers(headers, settings);
                    headers.addHeaderWriter(fetchAhead(version));
                })
                .build();
    }

    /** While somebody reads the page behind a link, the browser fetches most of what Tasklist needs after the sign-in. */
    private static HeaderWriter fetchAhead(CamundaBpmVersion version) {
        String link = "<" + BrowserFiles.LIBRARIES + "?bust=" + version.get() + ">; rel=prefetch; as=script";
        return (request, response) -> {
            if (LANDING.matches(request) && response.getStatus() == HttpStatus.OK.value()) {
                response.addHeader(HttpHeaders.LINK, link);
            }
        };
    }
}
