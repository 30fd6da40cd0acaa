package org.activationdesk.tryout.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInProviderTest {
    private static SignInProvider provider;

    private final Visitor visitor = new Visitor(provider.issuer());

    @BeforeAll
    static void start() {
        provider = SignInProvider.start(Visitor.freePort());
        provider.admit(Visitor.DESK);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void describes_itself() throws Exception {
        assertThat(visitor.json("/.well-known/openid-configuration"))
                .containsEntry("issuer", provider.issuer())
                .containsKeys("authorization_endpoint", "token_endpoint", "end_session_endpoint", "jwks_uri");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void partners_get_tokens_for_the_api(boolean basic) throws Exception {
        JWTClaimsSet claims = visitor.clientToken("noordzee-orders", basic);
        assertThat(claims.getAudience()).containsExactly("activation-desk");
        assertThat(claims.getStringClaim("azp")).isEqualTo("noordzee-orders");
        assertThat(claims.getStringListClaim("scope")).containsExactly("purchases.write");
    }

    @Test
    void people_sign_in_with_the_claims_of_entra() throws Exception {
        visitor.signIn("admin@bakkerij.example", "");
        JWTClaimsSet claims = visitor.idToken();
        assertThat(claims.getClaims())
                .containsEntry("tid", Accounts.BAKKERIJ.toString())
                .containsEntry("oid", Accounts.ADMIN_BAKKERIJ.objectId().toString())
                .containsEntry("preferred_username", "admin@bakkerij.example")
                .containsEntry("name", "Joris de Vries")
                .containsEntry("xms_edov", true)
                .doesNotContainKey("roles");
        assertThat(claims.getSubject()).isNotIn("admin@bakkerij.example", claims.getStringClaim("oid"));
    }

    @Test
    void only_the_operators_people_have_roles_and_only_work_accounts_a_verified_domain() throws Exception {
        visitor.signIn("manager@desk.example", "");
        assertThat(visitor.idToken().getStringListClaim("roles")).isEqualTo(List.of("managers"));
        Visitor personal = new Visitor(provider.issuer());
        personal.signIn("someone@personal.example", "");
        assertThat(personal.idToken().getClaims())
                .containsEntry("tid", "9188040d-6c67-4c5b-b112-36a304b66dad")
                .doesNotContainKey("xms_edov");
    }

    @Test
    void who_is_signed_in_is_asked_only_where_the_application_wants_it() throws Exception {
        visitor.signIn("admin@foundry.example", "");
        assertThat(visitor.authorize("")).startsWith(Visitor.DESK);
        assertThat(visitor.authorize("select_account")).contains("/sign-in?continue=");
        assertThat(visitor.page()).contains("Continue as Grace Holloway", "Use another account");
        assertThat(visitor.goOn()).startsWith(Visitor.DESK);
        assertThat(visitor.authorize("select_account")).as("asked each time").contains("/sign-in?continue=");
    }

    @Test
    void another_account_takes_over() throws Exception {
        visitor.signIn("admin@foundry.example", "select_account");
        visitor.signIn("admin@stranger.example", "select_account");
        assertThat(visitor.idToken().getStringClaim("tid")).isEqualTo(Accounts.STRANGER.toString());
    }

    @Test
    void a_wrong_password_is_explained_in_the_readers_language() throws Exception {
        visitor.authorize("");
        assertThat(visitor.submit("admin@bakkerij.example", "wrong")).contains("refused");
        assertThat(visitor.page("nl-NL,nl;q=0.9,en;q=0.8"))
                .contains("<html lang=\"nl\">", "Aanmelden", "role=\"alert\"", "value=\"admin@bakkerij.example\"");
        assertThat(visitor.page("de")).contains("<html lang=\"en\">");
    }

    @Test
    void signing_out_ends_the_session_and_leads_back_to_the_desk() throws Exception {
        visitor.signIn("engineer@desk.example", "");
        visitor.idToken();
        assertThat(visitor.signOut(visitor.lastIdToken())).isEqualTo(Visitor.DESK + "/");
        assertThat(visitor.authorize("")).contains("/sign-in");
    }

    @Test
    void a_sign_out_that_it_does_not_know_still_ends_the_session() throws Exception {
        visitor.signIn("engineer@desk.example", "");
        assertThat(visitor.signOut("of.another.start")).endsWith("/sign-in");
        assertThat(visitor.authorize("")).contains("/sign-in?continue");
    }

    @Test
    void accounts_are_people_of_their_tenants() {
        assertThat(Accounts.all()).extracting(Account::id).doesNotHaveDuplicates();
        assertThat(Map.of("manager", Accounts.MANAGER.tenant())).containsEntry("manager", Accounts.ENGINEER.tenant());
    }
}
