package org.activationdesk.signin;

import java.time.Duration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The sign-in provider. Its metadata are read when they are first needed and asked for again until an answer comes, so that
 * the desk starts and works on while the provider is down; only signing in has to wait.
 */
@Component
class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SignInSettings settings;
    private final ClientHttpRequestFactory connections = ClientHttpRequestFactoryBuilder.detect()
            .build(ClientHttpRequestFactorySettings.defaults()
                    .withConnectTimeout(PATIENCE)
                    .withReadTimeout(PATIENCE));
    private volatile ProviderMetadata metadata;

    Provider(SignInSettings settings) {
        this.settings = settings;
    }

    /** @throws IllegalStateException when the provider cannot be reached or says something unusable */
    ProviderMetadata metadata() {
        ProviderMetadata known = metadata;
        if (known == null) {
            known = read();
            metadata = known;
        }
        return known;
    }

    /** Judges signature (RS256 only), and that the token's own tenant issued it; callers add what else they ask for. */
    NimbusJwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSetUri(metadata().jwksUri())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(connections))
                .build();
    }

    /** With Entra the issuer of a token contains the token's own tenant, so that no tenant can speak for another. */
    OAuth2TokenValidator<Jwt> issuer() {
        return token -> {
            String tenant = token.getClaimAsString("tid");
            String expected = metadata().issuerOf(tenant == null ? "" : tenant);
            return expected.equals(token.getClaimAsString("iss"))
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(
                            new OAuth2Error("invalid_token", "The token comes from another issuer", null));
        };
    }

    private ProviderMetadata read() {
        String address = settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        ProviderMetadata answer;
        try {
            answer = RestClient.builder()
                    .requestFactory(connections)
                    .build()
                    .get()
                    .uri(address)
                    .retrieve()
                    .body(ProviderMetadata.class);
        } catch (RestClientException e) {
            throw new IllegalStateException("The sign-in provider cannot be reached at " + address, e);
        }
        if (answer == null || !answer.complete() || !answer.speaksFor(settings.issuer())) {
            throw new IllegalStateException("No usable OpenID Connect configuration of this issuer at " + address);
        }
        return answer;
    }
}
