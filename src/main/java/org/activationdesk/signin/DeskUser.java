package org.activationdesk.signin;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who is signed in, built from the ID token only: what the provider's userinfo says is not asked. Its name is the account's id,
 * its authorities are {@link #WORK_ACCOUNT}, where the account is a member of its tenant, and the ids of its groups.
 */
public final class DeskUser implements OidcUser {
    /** Authority of everybody but guests and personal accounts. */
    public static final String WORK_ACCOUNT = "WORK_ACCOUNT";

    private static final long serialVersionUID = 1;

    private final Account account;
    private final OidcIdToken token;

    public DeskUser(Account account, OidcIdToken token) {
        this.account = account;
        this.token = token;
    }

    public Account account() {
        return account;
    }

    @Override
    public String getName() {
        return account.id();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        Stream<String> kind = account.standing() == Standing.MEMBER ? Stream.of(WORK_ACCOUNT) : Stream.empty();
        return AuthorityUtils.createAuthorityList(
                Stream.concat(kind, account.groups().stream()).toList());
    }

    @Override
    public Map<String, Object> getAttributes() {
        return token.getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return token.getClaims();
    }

    /** @return null: nothing is asked there */
    @Override
    public OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return token;
    }
}
