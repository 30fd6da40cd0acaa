package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** Other tests of this desk open unknown links too, and expect to be told so. */
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

    private static void noSession(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as(path)
                .noneMatch(cookie -> cookie.startsWith("ACTIVATION_DESK="));
    }

    /** How many sessions there have ever been. */
    private long sessions() {
        Context desk = (Context) ((TomcatWebServer) server.getWebServer())
                .getTomcat()
                .getHost()
                .findChildren()[0];
        return desk.getManager().getSessionCounter();
    }
}
