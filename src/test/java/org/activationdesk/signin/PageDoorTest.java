package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

class PageDoorTest extends SignInTest {
    @Value("${activation.sign-in.issuer}")
    String provider;

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/activate/token, 404",
        "/guides/activation-link/en, 200",
        "/guides/en, 404",
        "/css/desk.css, 200",
        "/sign-in-failed, 200",
        "/wrong-account, 200",
        "/favicon.ico, 200",
        "/actuator/health/readiness, 200",
        "/actuator/health/bounceMailbox, 200",
        "/actuator/metrics/activation.bounce.mailbox.unread, 200",
        "/actuator/metrics/jvm.memory.used, 404",
        "/error, 404"
    })
    void publicPages(String path, int status) {
        assertThat(visitor().get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/again/form",
                "/agreements",
                "/go/noordzee/1",
                "/orders",
                "/orders/noordzee/1",
                "/orders/noordzee/1/proof.zip",
                "/actuator"
            })
    void pagesBehindTheDoor(String path) {
        var answer = visitor().get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(provider + "/oauth2/authorize?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/orders/noordzee/1/nothing", "/actuator/env", "/engine-rest/task", "/error"})
    void whatExistsForNobodyIsNotFoundByAnybody(String path) {
        Visitor stranger = visitor();
        for (Visitor visitor : List.of(stranger, signedIn(ADMIN_FOUNDRY))) {
            var answer = visitor.get(path, "Accept", "text/html", "Accept-Language", "nl");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Op dit adres staat niets", "/css/desk-");
        }
        assertThat(stranger.cookie("ACTIVATION_DESK")).isEmpty();
    }

    @Test
    void headers() {
        Map<String, String> headers = new java.util.HashMap<>();
        visitor()
                .get("/activate/token")
                .headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self' " + provider);
        assertThat(headers)
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-content-type-options", "nosniff")
                .containsKey("permissions-policy");
        assertThat(headers.get("cache-control")).contains("no-store");
    }

    @Test
    void aChangeNeedsTheTokenOfAForm() {
        assertThat(signedIn(ADMIN_FOUNDRY)
                        .call("POST", "/orders/noordzee/1/problem", "")
                        .statusCode())
                .isEqualTo(403);
    }
}
