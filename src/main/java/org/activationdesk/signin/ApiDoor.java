package org.activationdesk.signin;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.util.function.SingletonSupplier;

/** The door of partners' systems: <code>/api</code>, by access token, without session or cookie. */
@Configuration(proxyBeanMethods = false)
class ApiDoor {
    static final String SCOPE = "purchases.write";

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, ApiProblems problems, JwtDecoder apiTokens) throws Exception {
        JwtAuthenticationConverter scopes = new JwtAuthenticationConverter();
        scopes.setJwtGrantedAuthoritiesConverter(ApiDoor::scopes);
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                .authorizeHttpRequests(calls -> calls.anyRequest().hasAuthority(SCOPE))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(apiTokens).jwtAuthenticationConverter(scopes))
                        .withObjectPostProcessor(answerOutages(problems)))
                .build();
    }

    @Bean
    JwtDecoder apiTokens(Provider provider, SignInSettings settings) {
        SingletonSupplier<NimbusJwtDecoder> decoder = SingletonSupplier.of(() -> decoder(provider, settings));
        return token -> {
            try {
                return decoder.obtain().decode(token);
            } catch (IllegalStateException e) {
                throw new JwtException(e.getMessage(), e);
            }
        };
    }

    private static NimbusJwtDecoder decoder(Provider provider, SignInSettings settings) {
        NimbusJwtDecoder decoder = provider.decoder();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                provider.issuer(),
                new ApplicationTokens(),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.apiAudience()))));
        return decoder;
    }

    /** Scopes come as <code>scope</code> (RFC 9068), <code>scp</code>, or with Entra's client credentials as <code>roles</code>. */
    private static Collection<GrantedAuthority> scopes(Jwt token) {
        Stream<String> scopes = Stream.of("scope", "scp", "roles")
                .map(token::getClaim)
                .flatMap(claim -> claim instanceof String text
                        ? Stream.of(text.split(" "))
                        : claim instanceof Collection<?> list ? list.stream().map(Object::toString) : Stream.empty());
        return scopes.filter(Set.of(SCOPE)::contains)
                .distinct()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** Otherwise a provider that cannot be reached would look like a fault of the desk. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answerOutages(ApiProblems problems) {
        AuthenticationEntryPointFailureHandler answer = new AuthenticationEntryPointFailureHandler(problems);
        answer.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(answer);
                return filter;
            }
        };
    }
}
