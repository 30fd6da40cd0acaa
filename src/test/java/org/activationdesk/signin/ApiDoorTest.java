package org.activationdesk.signin;

import static org.activationdesk.signin.TinyProvider.PROVIDER;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.partner.Partner;
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
    void theClientIsTheFirstThatTheTokenNames() {
        assertThat(partner("azp", "noordzee-orders")).isEqualTo("noordzee");
        assertThat(partner("appid", "noordzee-orders")).isEqualTo("noordzee");
        assertThat(partner("client_id", "zuiderlicht-orders")).isEqualTo("zuiderlicht");
        assertThat(partner("sub", "zuiderlicht-orders")).isEqualTo("zuiderlicht");
        assertThat(partner("azp", "somebody", "sub", "noordzee-orders")).isEqualTo("none");
    }

    private String partner(String... claims) {
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
