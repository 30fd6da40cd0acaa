package org.activationdesk.signin;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Lets in access tokens that an application got for itself (RFC 6749, section 4.4), and none that a person got: the API acts
 * in the name of a partner's system.
 */
final class ApplicationTokens implements OAuth2TokenValidator<Jwt> {
    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return check(token, ApplicationTokens::isForEver, "The token has no end")
                .or(() -> check(token, ApplicationTokens::isOfAPerson, "The token is a person's, not an application's"))
                .or(() -> check(token, ApplicationTokens::namesNoClient, "The token does not say who got it"))
                .map(OAuth2TokenValidatorResult::failure)
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private static Optional<OAuth2Error> check(Jwt token, Predicate<Jwt> fault, String words) {
        return Optional.of(new OAuth2Error("invalid_token", words, null)).filter(error -> fault.test(token));
    }

    private static boolean isForEver(Jwt token) {
        return token.getExpiresAt() == null;
    }

    /**
     * An ID token has a <code>nonce</code> or <code>at_hash</code> (OpenID Connect Core 1.0, sections 2 and 3.1.3.6). Entra
     * writes delegated permissions into <code>scp</code> beside the person's <code>oid</code>, and <code>idtyp</code> where
     * that was asked for.
     */
    private static boolean isOfAPerson(Jwt token) {
        return token.hasClaim("nonce")
                || token.hasClaim("at_hash")
                || token.hasClaim("scp") && token.hasClaim("oid")
                || token.hasClaim("idtyp") && !"app".equals(token.getClaimAsString("idtyp"));
    }

    private static boolean namesNoClient(Jwt token) {
        return ApiClients.client(token).isEmpty();
    }
}
