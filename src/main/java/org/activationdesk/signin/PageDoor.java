package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The door of everybody else: the desk's own pages, and the place where people sign in and out. */
@Configuration(proxyBeanMethods = false)
class PageDoor {
    private static final String[] PUBLIC = {
        "/",
        "/activate/**",
        "/guides/**",
        "/proof/keys.json",
        "/css/**",
        "/js/**",
        "/images/**",
        "/fonts/**",
        "/favicon.ico",
        "/error",
        "/actuator/health/**",
        "/actuator/metrics/**",
        SignIn.FAILED,
        WebappDoor.WRONG_ACCOUNT
    };

    @Bean
    @Order(4)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            SignIn signIn,
            SignOut signOut,
            StaleForms staleForms,
            WaysIn waysIn,
            SignInSettings settings,
            KnownAddresses known)
            throws Exception {
        return http.authorizeHttpRequests(PageDoor::rules)
                .oauth2Login(signIn::apply)
                .logout(logout -> logout.logoutSuccessHandler(signOut.byRedirect()))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionTokens()))
                .exceptionHandling(refusals -> refusals(refusals, waysIn, known).accessDeniedHandler(staleForms))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers(headers, settings))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        for (String page : PUBLIC) {
            rules.requestMatchers(path(page)).permitAll();
        }
        rules.anyRequest().authenticated();
    }

    /** What exists for nobody asks nobody to sign in. */
    private static ExceptionHandlingConfigurer<HttpSecurity> refusals(
            ExceptionHandlingConfigurer<HttpSecurity> refusals, WaysIn waysIn, KnownAddresses known) {
        return refusals.defaultAuthenticationEntryPointFor(
                        (request, response, refusal) -> response.sendError(HttpServletResponse.SC_NOT_FOUND),
                        new NegatedRequestMatcher(known))
                .defaultAuthenticationEntryPointFor(waysIn, path("/**"));
    }

    /** Signing out is a form that ends at the provider, and browsers apply form-action to redirects as well. */
    static void headers(HeadersConfigurer<HttpSecurity> headers, SignInSettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; object-src 'none';"
                        + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + settings.origin()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
