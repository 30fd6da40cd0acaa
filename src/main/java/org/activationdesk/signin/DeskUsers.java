package org.activationdesk.signin;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Turns a verified ID token into the person who is signed in, and remembers them. */
@Component
class DeskUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final Claims claims;
    private final Accounts accounts;

    DeskUsers(Claims claims, Accounts accounts) {
        this.claims = claims;
        this.accounts = accounts;
    }

    @Override
    public DeskUser loadUser(OidcUserRequest request) {
        Account account = claims.account(request.getIdToken());
        accounts.signedIn(account);
        return new DeskUser(account, request.getIdToken());
    }
}
