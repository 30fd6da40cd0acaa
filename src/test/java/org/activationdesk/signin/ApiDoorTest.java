package org.activationdesk.signin;

import static org.activationdesk.signin.TinyProvider.PROVIDER;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.ZUIDERLICHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.partner.Partner;
import org.activationdesk.partner.Partners;
import org.activationdesk.tryout.signin.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.context.ContextConfiguration;

/** Tokens of every shape, so of a provider that gives every shape. */
@ContextConfiguration(initializers = TinyProvider.Instead.class)
class ApiDoorTest extends SignInTest {
    private static final String PROBE = "/api/nothing-here";

    @Autowired
    ApiClients clients;

    @Autowired
    Partners partners;

    @BeforeEach
    void theProviderIsThere() {
        PROVIDER.down = false;
        PROVIDER.signingKey = PROVIDER.key;
    }

    @Test
    void tokensWithTheScopeGetIn() {
        assertThat(call(token("scope", "openid purchases.write")).statusCode()).isEqualTo(404);
        assertThat(call(token("scp", List.of("purchases.write"))).statusCode()).isEqualTo(404);
        assertThat(call(token("roles", List.of("purchases.write"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void tokensWithoutTheScopeAreForbidden() {
        HttpResponse<String> answer = call(token("scope", "purchases.read"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":403", "purchases.write");
    }

    @Test
    void everythingElseIsUnknown() {
        unknown(call((String) null));
        unknown(call("rubbish"));
        Map<String, Object> good = token("scope", "purchases.write");
        unknown(call(with(good, "aud", "another-api")));
        unknown(call(with(good, "iss", "https://evil.example")));
        unknown(call(with(good, "exp", Instant.now().minusSeconds(600))));
        unknown(call(PROVIDER.sign(good, TinyProvider.key("known"))));
    }

    @Test
    void aSessionOfTheBrowserOpensNoApi() {
        PROVIDER.claims = token(ENGINEER);
        Visitor engineer = visitor();
        assertThat(engineer.open(TASKLIST).uri().getPath()).isEqualTo(TASKLIST);
        assertThat(engineer.get(PROBE).statusCode()).isEqualTo(401);
    }

    @Test
    void onlyAnApplicationsTokenWithAnEndGetsIn() {
        Map<String, Object> good = token("roles", List.of("purchases.write"));
        assertThat(call(with(good, "oid", "an application has one too")).statusCode())
                .isEqualTo(404);
        assertThat(call(with(good, "idtyp", "app")).statusCode()).isEqualTo(404);
        unknown(call(with(good, "idtyp", "user")));
        unknown(call(with(good, "nonce", "an ID token")));
        unknown(call(with(good, "at_hash", "an ID token")));
        unknown(call(with(token("scp", "purchases.write"), "oid", "a person")));
        unknown(call(with(good, "exp", null)));
        Map<String, Object> nobodys = with(good, "sub", "noordzee-orders");
        nobodys.remove("azp");
        unknown(call(nobodys));
    }

    @Test
    void aTokenSpeaksForThePartnerOfItsClientAndItsTenant() {
        String noordzee = NOORDZEE.toString();
        assertThat(partner("azp", "noordzee-orders", "tid", noordzee)).isEqualTo("noordzee");
        assertThat(partner("appid", "noordzee-orders", "tid", noordzee)).isEqualTo("noordzee");
        assertThat(partner("client_id", "noordzee-orders", "tid", noordzee)).isEqualTo("noordzee");
        assertThat(partner("azp", "noordzee-orders", "tid", ZUIDERLICHT.toString()))
                .isEqualTo("none");
        assertThat(partner("azp", "noordzee-orders")).isEqualTo("none");
        assertThat(partner("sub", "noordzee-orders", "tid", noordzee)).isEqualTo("none");
        assertThat(partner("azp", "somebody", "client_id", "noordzee-orders", "tid", noordzee))
                .isEqualTo("none");
    }

    /** As Keycloak's are, where no mapper writes one. */
    @Test
    void tokensWithoutTenantAreTakenOnlyWhereTheSettingsSaySo() {
        ApiClients lenient = new ApiClients(
                partners, new SignInSettings("https://x", "c", "s", Accounts.DESK, "activation-desk", false));
        assertThat(partner(lenient, "azp", "noordzee-orders")).isEqualTo("noordzee");
        assertThat(partner(lenient, "azp", "noordzee-orders", "tid", ZUIDERLICHT.toString()))
                .isEqualTo("none");
    }

    private String partner(String... claims) {
        return partner(clients, claims);
    }

    private static String partner(ApiClients clients, String... claims) {
        Jwt.Builder token = Jwt.withTokenValue("t").header("alg", "RS256");
        for (int i = 0; i < claims.length; i += 2) {
            token.claim(claims[i], claims[i + 1]);
        }
        return clients.partner(token.build()).map(Partner::id).orElse("none");
    }

    private static void unknown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> call(Map<String, Object> token) {
        RSAKey key = PROVIDER.key;
        return call(PROVIDER.sign(token, key));
    }

    private HttpResponse<String> call(String token) {
        Visitor system = visitor();
        return token == null ? system.get(PROBE) : system.get(PROBE, "Authorization", "Bearer " + token);
    }

    private static Map<String, Object> token(String claim, Object value) {
        return with(
                Map.of("tid", NOORDZEE.toString(), "aud", "activation-desk", "azp", "noordzee-orders"), claim, value);
    }

    private static Map<String, Object> with(Map<String, Object> token, String claim, Object value) {
        Map<String, Object> changed = new HashMap<>(token);
        changed.put(claim, value);
        return changed;
    }
}
