package org.activationdesk.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The sign-in provider and how the desk is known there.
 *
 * @param issuer address below which <code>/.well-known/openid-configuration</code> lies
 * @param operatorTenant the tenant of whoever runs the desk; only its accounts can be managers and engineers
 * @param apiAudience what access tokens for <code>/api</code> must name as their audience
 * @param apiTokensNameTenant whether those tokens have to name their tenant; where they do, it must be the partner's in any case
 */
@Validated
@ConfigurationProperties(prefix = "activation.sign-in", ignoreUnknownFields = false)
record SignInSettings(
        @NotBlank(message = "is missing: the address of the OpenID Connect provider")
        String issuer,

        @NotBlank(message = "is missing: the desk's client id at the provider")
        String clientId,

        @NotBlank(message = "is missing: the desk's client secret at the provider")
        String clientSecret,

        @NotNull(message = "is missing: the tenant id of whoever runs the desk")
        UUID operatorTenant,

        @NotBlank(message = "is missing: the audience of access tokens for /api")
        String apiAudience,

        boolean apiTokensNameTenant) {

    /** Scheme, host and port of the provider. */
    String origin() {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
