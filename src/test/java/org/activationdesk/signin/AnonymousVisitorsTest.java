package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.purchase.OrderKey;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Whoever is not known takes no memory of the desk, whatever is asked for and however often. */
class AnonymousVisitorsTest extends SignInTest {
    private static final int ROUNDS = 40;
    private static final String LONG_QUERY = "?q=" + "x".repeat(6_000);

    private static final List<String> OPENED = List.of(
            "/",
            "/" + LONG_QUERY,
            "/activate/token",
            "/activate/token?ask",
            "/activate/token/not-me",
            "/activate/token/problem",
            "/activate/token/arrival",
            "/activate/not-me/done",
            "/contact/token",
            "/guides/activation-link/en?lang=nl",
            "/go/noordzee/1" + LONG_QUERY,
            "/orders/noordzee/1",
            "/orders/noordzee/1/problem",
            "/agreements",
            "/again/x",
            "/nothing-here",
            "/sign-in-failed",
            "/wrong-account",
            "/oauth2/authorization/desk",
            "/login/oauth2/code/desk?code=x&state=y",
            "/camunda/app/tasklist/default/" + LONG_QUERY,
            BrowserFiles.LIBRARIES,
            "/camunda/api/engine/engine/default/task");

    private static final List<String> SENT = List.of(
            "/activate/token/sign-in",
            "/activate/token/new-link",
            "/activate/token/not-me",
            "/activate/token/problem",
            "/activate/token/arrival",
            "/contact/token",
            "/orders/noordzee/1/problem",
            "/logout",
            "/camunda/api/admin/auth/user/default/logout",
            "/camunda/api/engine/engine/default/task");

    @Autowired
    ServletWebServerApplicationContext server;

    @Autowired
    ApplicationContext desk;

    @Autowired
    ActivationLinks links;

    @Value("${activation.sign-in.issuer}")
    String provider;

    @Value("${activation.public-url}")
    String publicUrl;

    /** Other tests of this desk open unknown links too, and expect to be told so. */
    @BeforeEach
    @AfterEach
    void theDeskForgetsWhoGuessedLinks() {
        ((Map<?, ?>) ReflectionTestUtils.getField(desk.getBean("linkThrottle"), "misses")).clear();
    }

    @Test
    void aThousandRequestsOfEveryKindMakeNoSession() {
        long before = sessions();
        for (int round = 0; round < ROUNDS; round++) {
            Visitor nobody = visitor();
            OPENED.forEach(path -> noSession(path, nobody.get(path, "Accept", "text/html")));
            SENT.forEach(path -> noSession(path, nobody.post(path, "message=x")));
            SENT.forEach(path -> noSession(path, nobody.post(path, "message=x", "Sec-Fetch-Site", "same-origin")));
        }
        assertThat(sessions()).isEqualTo(before);
        signedIn(ADMIN_FOUNDRY);
        assertThat(sessions()).isEqualTo(before + 1);
    }

    @Test
    void aLinkOpensHoweverManyOthersWereGuessedFromTheSameAddress() {
        OrderKey order = purchase("known");
        String link =
                await().until(() -> links.newest(order), Optional::isPresent).orElseThrow();
        for (int guess = 1; guess <= 25; guess++) {
            assertThat(visitor().get("/activate/guessed-" + guess).statusCode()).isEqualTo(guess <= 20 ? 404 : 429);
        }
        assertThat(visitor().get("/contact/guessed").statusCode()).isEqualTo(429);
        String path = URI.create(link).getPath();
        assertThat(visitor().get(path).statusCode()).isEqualTo(200);
        assertThat(visitor().post(path + "/sign-in", "").headers().firstValue("Location"))
                .get(STRING)
                .startsWith(provider);
    }

    /** The desk of the tests believes no forwarded header, but every request says which host it wants. */
    @Test
    void aForgedHostGoesIntoNoAddress() {
        for (String path : List.of("/orders", "/oauth2/authorization/desk", "/camunda/app/tasklist/default/")) {
            String question = visitor().location(path, "Host: evil.example", "X-Forwarded-Host: evil.example");
            assertThat(question).startsWith(provider).contains("redirect_uri=" + publicUrl + "/login/oauth2/code/desk");
        }
        assertThat(visitor().location("/activate/token/arrival", "Host: evil.example"))
                .isEqualTo("/activate/token");
    }

    /** The page behind a link has browsers fetch them ahead; compressed, they cost no more than the sending. */
    @Test
    void ofTheWebAppsStrangersGetTheLibrariesOnlyAndThoseCompressed() {
        var libraries = visitor().get(BrowserFiles.LIBRARIES, "Accept-Encoding", "gzip");
        assertThat(libraries.statusCode()).isEqualTo(200);
        assertThat(libraries.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(libraries.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(libraries.headers().firstValue("Cache-Control")).get(STRING).contains("immutable");
        noSession(BrowserFiles.LIBRARIES, libraries);
        assertThat(visitor().get(BrowserFiles.LIBRARIES).statusCode()).isEqualTo(302);
        for (String other : List.of("lib/runtime.js", "lib/deps.js/", "app/tasklist/camunda-tasklist-bootstrap.js")) {
            assertThat(visitor()
                            .get("/camunda/" + other, "Accept-Encoding", "gzip")
                            .statusCode())
                    .as(other)
                    .isEqualTo(302);
        }
    }

    private static void noSession(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as(path)
                .noneMatch(cookie -> cookie.startsWith("ACTIVATION_DESK="));
    }

    /** How many sessions there have ever been. */
    private long sessions() {
        Context desk = (Context)
                ((TomcatWebServer) server.getWebServer()).getTomcat().getHost().findChildren()[0];
        return desk.getManager().getSessionCounter();
    }
}
