package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.activationdesk.tryout.signin.Accounts.SOMEONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

class WayInTest extends SignInTest {
    private static final String TASKS = ENGINE + "task";

    @Autowired
    JdbcClient database;

    @Value("${activation.sign-in.issuer}")
    String provider;

    @Value("${activation.public-url}")
    String desk;

    @Test
    void tasklistOpensAfterSignIn() {
        Visitor visitor = visitor();
        var page = visitor.signIn(TASKLIST, ADMIN_FOUNDRY);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(TASKLIST);
        assertThat(page.body()).contains("app-name=\"tasklist\"");
        assertThat(visitor.get(AUTHENTICATED).body())
                .contains(ADMIN_FOUNDRY.id(), "tasklist")
                .doesNotContain("cockpit");
    }

    @Test
    void theProviderLetsPeopleChooseAndNobodyElseRedeemTheCode() {
        var question = visitor().get(SignIn.START).headers().firstValue("Location");
        assertThat(question.orElseThrow())
                .startsWith(provider + "/oauth2/authorize?")
                .contains("prompt=select_account", "code_challenge=", "code_challenge_method=S256", "nonce=");
    }

    @Test
    void personalAccountsAreShownOutAndNotStored() {
        Visitor visitor = visitor();
        assertThat(visitor.signIn(TASKLIST, SOMEONE).uri().getPath()).isEqualTo("/wrong-account");
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(403);
        assertThat(database.sql("select count(*) from account where id = ? or object_id = ?")
                        .params(SOMEONE.id(), SOMEONE.objectId().toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void signOutOfAWebAppEndsBothSessions() throws Exception {
        Visitor visitor = signedIn(ADMIN_FOUNDRY);
        var answer = visitor.call("POST", AUTHENTICATED + "/logout", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        // What is compressed tells about its contents, and this carries a token.
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/uri-list"));
        URI location = URI.create(answer.body());
        assertThat(location.toString()).startsWith(provider + "/connect/logout?id_token_hint=");
        assertThat(location.getQuery()).contains("post_logout_redirect_uri=" + desk + "/");
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(302);

        assertThat(visitor.open(TASKLIST).body()).contains("Continue as Grace Holloway");
        assertThat(visitor.open(location.toString()).uri()).isEqualTo(URI.create(desk + "/"));
        assertThat(visitor.open(TASKLIST).body())
                .contains("name=\"password\"")
                .doesNotContain("Continue as Grace Holloway");
    }

    @Test
    void everyWebAppLoadsTheScriptForSigningOut() {
        Visitor visitor = signedIn(ENGINEER);
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(visitor.get("/camunda/app/" + app + "/scripts/config.js").body())
                    .containsPattern("customScripts: \\['(\\.\\./tasklist/)?scripts/desk-[0-9a-f]{32}\\.js'");
        }
        assertThat(signedIn(ADMIN_FOUNDRY)
                        .get("/camunda/app/tasklist/scripts/desk.js")
                        .body())
                .contains("X-XSRF-TOKEN", "/api/admin/auth/user/default/logout");
    }

    @Test
    void aForeignPageCannotSignPeopleOut() {
        Visitor visitor = signedIn(ADMIN_FOUNDRY);
        assertThat(visitor.get(AUTHENTICATED + "/logout").statusCode()).isEqualTo(403);
        assertThat(visitor().call("POST", AUTHENTICATED + "/logout", "").statusCode())
                .isEqualTo(401);
        assertThat(visitor.call("POST", "/logout", "").statusCode()).isEqualTo(403);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void aSecondPersonInTheSameBrowserIsNotTheFirst() {
        Visitor visitor = signedIn(MANAGER);
        visitor.signIn(SignIn.START, ADMIN_FOUNDRY);
        visitor.open(TASKLIST);
        assertThat(visitor.get(AUTHENTICATED).body())
                .contains(ADMIN_FOUNDRY.id())
                .doesNotContain("cockpit");
    }
}
