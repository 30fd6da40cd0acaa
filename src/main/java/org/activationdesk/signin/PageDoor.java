package org.activationdesk.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The door of everybody else: the desk's own pages, and the place where people sign in and out. */
@Configuration(proxyBeanMethods = false)
class PageDoor {
    private static final String[] PUBLIC = {
        "/",
        "/activate/**",
        "/contact/**",
        "/guides/**",
        "/proof/keys.json",
        "/css/**",
        "/js/**",
        "/images/**",
        "/fonts/**",
        "/favicon.ico",
        "/error",
        "/actuator/health/**",
        SignIn.FAILED,
        WebappDoor.WRONG_ACCOUNT
    };

    @Bean
    @Order(3)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            SignIn signIn,
            SignOut signOut,
            DeskUsers users,
            SignInSettings settings,
            KnownAddresses known)
            throws Exception {
        return http.authorizeHttpRequests(PageDoor::rules)
                .oauth2Login(login -> {
                    signIn.apply(login);
                    login.userInfoEndpoint(info -> info.oidcUserService(users)).successHandler(new Welcome());
                })
                .logout(logout -> logout.logoutSuccessHandler(signOut.byRedirect()))
                .requestCache(cache -> cache.requestCache(savedPages(known)))
                .exceptionHandling(refusals -> refusals(refusals, known))
                .headers(headers -> headers(headers, settings))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(path("/activate/arrival/**")).authenticated();
        for (String page : PUBLIC) {
            rules.requestMatchers(path(page)).permitAll();
        }
        rules.anyRequest().authenticated();
    }

    /** What exists for nobody asks nobody to sign in. */
    private static void refusals(ExceptionHandlingConfigurer<HttpSecurity> refusals, KnownAddresses known) {
        refusals.defaultAuthenticationEntryPointFor(
                        (request, response, refusal) -> response.sendError(HttpServletResponse.SC_NOT_FOUND),
                        new NegatedRequestMatcher(known))
                .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(SignIn.START), path("/**"));
    }

    /** Signing out is a form that ends at the provider, and browsers apply form-action to redirects as well. */
    static void headers(HeadersConfigurer<HttpSecurity> headers, SignInSettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; object-src 'none';"
                        + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + settings.origin()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    /** Only a page that was opened is worth coming back to after sign-in. */
    static HttpSessionRequestCache savedPages(RequestMatcher pages) {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()) && pages.matches(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** Goes where the person was heading, else to the start page. */
    private static class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {
        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication person)
                throws ServletException, IOException {
            WebappSignIn.forget(request.getSession());
            super.onAuthenticationSuccess(request, response, person);
        }
    }
}
