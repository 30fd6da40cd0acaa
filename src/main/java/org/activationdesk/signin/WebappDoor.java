package org.activationdesk.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The door of Tasklist, Cockpit and Admin. Their own filters add the guard against forged requests and a page policy. */
@Configuration(proxyBeanMethods = false)
class WebappDoor {
    static final String WRONG_ACCOUNT = "/wrong-account";

    private static final RequestMatcher CALLS = PageDoor.path("/camunda/api/**");
    /** Asked for with the version of the web apps. */
    private static final RequestMatcher PLUGIN_FILES = request -> request.getParameter("bust") != null
            && PageDoor.path("/camunda/api/*/plugin/*/static/**").matches(request);

    private static final RequestMatcher SIGN_OUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    @Bean
    @Order(2)
    SecurityFilterChain webappChain(HttpSecurity http, SignOut signOut, WaysIn waysIn) throws Exception {
        return http.securityMatcher(PageDoor.path("/camunda/**"))
                .authorizeHttpRequests(calls -> calls.anyRequest().access(WebappCalls::decide))
                .addFilterAfter(new CallLimits(), AuthorizationFilter.class)
                .addFilterAfter(new OwnClaims(), CallLimits.class)
                .csrf(CsrfConfigurer::disable)
                .logout(logout ->
                        logout.logoutRequestMatcher(WebappDoor::asksToSignOut).logoutSuccessHandler(signOut.byAnswer()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refusals -> refusals(refusals, waysIn))
                .headers(WebappDoor::headers)
                .build();
    }

    /** After Spring Security, so that the person is known, and before the filters of the web apps. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappSignIn.class.getName()));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }

    /** After the door, so that it is known who calls. */
    @Bean
    FilterRegistrationBean<ConcurrencyLimit> concurrencyLimit(
            @Value("${spring.datasource.hikari.maximum-pool-size}") int pool) {
        var filter = new FilterRegistrationBean<>(new ConcurrencyLimit(pool));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        filter.addUrlPatterns("/camunda/api/*", "/orders", "/agreements");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }

    /** Before Spring, which would answer a doubled slash in the servlet's part of the address, or content of type *, with a fault. */
    @Bean
    FilterRegistrationBean<Filter> oddRequests() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            String type = request.getContentType();
            HttpServletRequest call = (HttpServletRequest) request;
            if (call.getRequestURI().contains("//") || type != null && type.contains("*")) {
                new Refusal(HttpStatus.BAD_REQUEST, "No such address, or no such type of content.")
                        .answer(call, (HttpServletResponse) response);
            } else {
                chain.doFilter(request, response);
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setName("oddRequests");
        return filter;
    }

    private static void refusals(ExceptionHandlingConfigurer<HttpSecurity> refusals, WaysIn waysIn) {
        refusals.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), CALLS)
                .defaultAuthenticationEntryPointFor(waysIn, PageDoor.path("/**"))
                .accessDeniedHandler((request, response, refusal) -> {
                    if (CALLS.matches(request) || WebappCalls.holds(DeskUser.WORK_ACCOUNT)) {
                        new AccessDeniedHandlerImpl().handle(request, response, refusal);
                    } else {
                        response.sendRedirect(request.getContextPath() + WRONG_ACCOUNT);
                    }
                });
    }

    /**
     * Scripts and styles of the web apps are megabytes that a browser may keep; answers of the engine are not. Plugins are
     * files too, though they stand among the answers.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter((request, response) -> {
                    if (PLUGIN_FILES.matches(request) && response.getStatus() == HttpStatus.OK.value()) {
                        response.setHeader("Cache-Control", "max-age=31536000, public, immutable");
                    } else if (CALLS.matches(request)) {
                        response.setHeader("Cache-Control", "no-store");
                    }
                });
    }

    /** The token of the web apps' own guard must be right: a foreign page must not sign people out. */
    private static boolean asksToSignOut(HttpServletRequest request) {
        var session = request.getSession(false);
        String token = request.getHeader("X-XSRF-TOKEN");
        return session != null
                && token != null
                && SIGN_OUT.matches(request)
                && Objects.equals(token, session.getAttribute("CAMUNDA_CSRF_TOKEN"));
    }
}
