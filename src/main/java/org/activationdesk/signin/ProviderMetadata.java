package org.activationdesk.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the desk needs of the provider's discovery document (OpenID Connect Discovery 1.0, section 3).
 *
 * @param issuer for several tenants at once Entra writes <code>https://login.microsoftonline.com/{tenantid}/v2.0</code>
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderMetadata(
        String issuer,
        @JsonProperty("authorization_endpoint") String authorizationEndpoint,
        @JsonProperty("token_endpoint") String tokenEndpoint,
        @JsonProperty("jwks_uri") String jwksUri,
        @JsonProperty("end_session_endpoint") String endSessionEndpoint) {
    private static final String TENANT = "{tenantid}";

    boolean complete() {
        return issuer != null && authorizationEndpoint != null && tokenEndpoint != null && jwksUri != null;
    }

    /** The document must speak for the issuer that it was read from, else anybody's document would do. */
    boolean speaksFor(String configured) {
        String[] parts = issuer.split(Pattern.quote(TENANT), -1);
        return parts.length == 1
                ? issuer.equals(configured)
                : parts.length == 2
                        && configured.matches(Pattern.quote(parts[0]) + "[A-Za-z0-9.-]+" + Pattern.quote(parts[1]));
    }

    /** Who must have issued a token of this tenant. */
    String issuerOf(String tenant) {
        return issuer.replace(TENANT, tenant);
    }

    /** For {@link org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler}. */
    Map<String, Object> logout() {
        return endSessionEndpoint == null ? Map.of() : Map.of("end_session_endpoint", endSessionEndpoint);
    }
}
