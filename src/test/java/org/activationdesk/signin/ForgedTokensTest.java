package org.activationdesk.signin;

import static org.activationdesk.signin.TinyProvider.PROVIDER;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.activationdesk.tryout.signin.Account;
import org.activationdesk.tryout.signin.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;

/** What the provider of the try-out never does: it is down, says something else about the same person, or lies. */
@ContextConfiguration(initializers = TinyProvider.Instead.class)
class ForgedTokensTest extends SignInTest {
    @Autowired
    JdbcClient database;

    @Autowired
    Provider provider;

    @BeforeEach
    void repairTheProvider() {
        PROVIDER.down = false;
        PROVIDER.signingKey = PROVIDER.key;
    }

    @Test
    void groupsAreExactlyThoseOfTheLastSignIn() {
        opensTasklist(token(MANAGER));
        assertThat(groups(MANAGER)).isEqualTo("managers");
        opensTasklist(with(MANAGER, "roles", List.of("engineers")));
        assertThat(groups(MANAGER)).isEqualTo("engineers");
    }

    /** The desk of these tests has started while the provider was down; here it has not come back yet. */
    @Test
    void nobodySignsInWhileTheProviderIsDownAndEverybodyOnceItIsBack() {
        ReflectionTestUtils.setField(provider, "metadata", null);
        PROVIDER.down = true;
        PROVIDER.claims = token(ADMIN_FOUNDRY);
        Visitor visitor = visitor();
        assertThat(visitor.open(TASKLIST).uri().getPath()).isEqualTo("/sign-in-failed");
        assertThat(visitor.get(ENGINE + "task").statusCode()).isEqualTo(401);
        PROVIDER.down = false;
        assertThat(visitor.open(TASKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void tokensOfAnotherTenantKeyOrTimeAreRefused() {
        refused(with(ADMIN_FOUNDRY, "iss", PROVIDER.issuerOf(Accounts.DESK)));
        refused(with(ADMIN_FOUNDRY, "aud", "somebody-else"));
        refused(with(ADMIN_FOUNDRY, "nonce", "replayed"));
        refused(with(ADMIN_FOUNDRY, "exp", Instant.now().minusSeconds(3600)));
        refused(with(ADMIN_FOUNDRY, "tid", "organizations"));
        refused(with(ADMIN_FOUNDRY, "oid", "admin"));
        PROVIDER.signingKey = TinyProvider.key("known");
        refused(token(ADMIN_FOUNDRY));
        PROVIDER.signingKey = PROVIDER.key;
        opensTasklist(token(ADMIN_FOUNDRY));
    }

    private void opensTasklist(Map<String, Object> claims) {
        PROVIDER.claims = claims;
        assertThat(visitor().open(TASKLIST).uri().getPath()).isEqualTo(TASKLIST);
    }

    private void refused(Map<String, Object> claims) {
        PROVIDER.claims = claims;
        Visitor visitor = visitor();
        assertThat(visitor.open(TASKLIST).uri().getPath()).isEqualTo("/sign-in-failed");
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    private String groups(Account person) {
        return database.sql("select string_agg(group_id, ',') from account_group where account_id = ?")
                .param(person.id())
                .query(String.class)
                .single();
    }

    private static Map<String, Object> with(Account person, String claim, Object value) {
        Map<String, Object> token = token(person);
        token.put(claim, value);
        return token;
    }
}
