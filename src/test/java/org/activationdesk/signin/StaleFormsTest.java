package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A form that is older than the session of whoever sends it. */
class StaleFormsTest extends SignInTest {
    private static final String OWN_PAGE = "same-origin";
    private static final String TYPED = "message=The+page+says+%3Cb%3E0x80%3C%2Fb%3E&problem=NONE&_csrf=old";

    @Value("${activation.sign-in.issuer}")
    String provider;

    @Test
    void isShownAgainWithAllThatWasTyped() {
        String form = "/orders/" + purchase("unknown") + "/problem";
        Visitor agent = signedIn(AGENT_NOORDZEE);
        String again = location(agent.post(form, TYPED, "Sec-Fetch-Site", OWN_PAGE));
        assertThat(again).startsWith("/again/");
        String page = agent.get(again).body();
        assertThat(page).contains("action=\"" + form + "\"", "This page was open for too long", "Anouk Visser");
        assertThat(page).contains("name=\"message\" value=\"The page says &lt;b&gt;0x80&lt;/b&gt;\"");
        assertThat(page).doesNotContain("value=\"old\"");
    }

    @Test
    void asksWhoeverIsNotSignedInAnyMoreToSignInFirst() {
        String form = "/orders/" + purchase("unknown") + "/problem";
        Visitor agent = visitor();
        String question = location(agent.post(form, TYPED, "Sec-Fetch-Site", OWN_PAGE));
        assertThat(question).startsWith(provider + "/oauth2/authorize?");
        HttpResponse<String> page = agent.signIn(question, AGENT_NOORDZEE);
        assertThat(page.uri().getPath()).startsWith("/again/");
        assertThat(page.body()).contains("action=\"" + form + "\"", "The page says &lt;b&gt;0x80&lt;/b&gt;");
    }

    @Test
    void isRefusedWhereTheBrowserDoesNotVouchForThePageThatSentIt() {
        String form = "/orders/" + purchase("unknown") + "/problem";
        Visitor agent = signedIn(AGENT_NOORDZEE);
        assertThat(agent.post(form, TYPED).statusCode()).isEqualTo(403);
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            assertThat(agent.post(form, TYPED, "Sec-Fetch-Site", site).statusCode())
                    .isEqualTo(403);
        }
        assertThat(agent.post("/activate/token/sign-in", "", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void leadsBackToItsPageWhereNothingButAProductKeyWasTyped() {
        String form = "/orders/noordzee/1/product-key";
        Visitor administrator = signedIn(ADMIN_FOUNDRY);
        String typed = "productKey=AAAAA-BBBBB-CCCCC-DDDDD-EEEEE&_csrf=old";
        assertThat(location(administrator.post(form, typed, "Sec-Fetch-Site", OWN_PAGE)))
                .isEqualTo(form + "?late");
        assertThat(location(administrator.post("/logout", "_csrf=old", "Sec-Fetch-Site", OWN_PAGE)))
                .isEqualTo("/");
    }

    @Test
    void aSignInGoesOnOnlyInTheBrowserInWhichItBegan() {
        Visitor begun = visitor();
        String question = location(begun.get("/orders", "Accept", "text/html"));
        String state = question.replaceFirst(".*[?&]state=([^&]*).*", "$1");
        assertThat(state).doesNotContain("orders");
        Visitor other = visitor();
        other.get("/orders", "Accept", "text/html");
        assertThat(location(other.get("/login/oauth2/code/desk?code=x&state=" + state)))
                .isEqualTo("/sign-in-failed");
        assertThat(location(begun.get("/login/oauth2/code/desk?code=x&state=" + state)))
                .isEqualTo("/sign-in-failed?again=" + state);
        assertThat(begun.signIn("/oauth2/authorization/desk?again=" + state, AGENT_NOORDZEE)
                        .uri()
                        .getPath())
                .isEqualTo("/orders");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
