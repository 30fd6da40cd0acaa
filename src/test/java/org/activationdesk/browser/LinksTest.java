package org.activationdesk.browser;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.activationdesk.tryout.TimeStep;
import org.activationdesk.tryout.TimeTravel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The activation link in the hands of mail scanners, guessers and people who come late. */
class LinksTest extends BrowserStory {
    private static final String SIGN_IN = "Sign in with your work or school account";
    private static final String REPORTED = "Thank you, we have noted it";

    private final HttpClient scanner = HttpClient.newHttpClient();

    @Autowired
    private TimeTravel time;

    @Test
    void opening_a_link_changes_nothing_however_often() throws Exception {
        String order = purchase(noordzee(), KNOWN, document -> {});
        String link = link(ADMIN_FOUNDRY.username(), order);
        String before = everythingRecorded(order);
        for (int i = 0; i < 50; i++) {
            assertThat(opened(link).statusCode()).isEqualTo(200);
            HttpRequest head = HttpRequest.newBuilder(URI.create(link))
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            assertThat(scanner.send(head, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        opened(link + "/not-me");
        assertThat(everythingRecorded(order)).isEqualTo(before);
    }

    @Test
    void unknown_expired_and_revoked_links_are_told_apart_by_nobody() throws Exception {
        String expiring = purchase(noordzee(), KNOWN, document -> {});
        String expired = link(ADMIN_FOUNDRY.username(), expiring);
        String unknown =
                expired.substring(0, expired.lastIndexOf('/') + 1) + "q3Jx5vW8mN2kT7bR9cY4dF6gH1sL0pZaXeUiOoPqRsT";
        String revoked = revoked();
        HttpResponse<String> page = opened(unknown);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("We do not know this link").doesNotContain("Foundry");

        assertThat(opened(expired).statusCode()).isEqualTo(200);
        time.forward(TimeStep.of("P7M"));
        for (String dead : new String[] {expired, revoked}) {
            assertThat(opened(dead).statusCode()).isEqualTo(404);
            assertThat(opened(dead).body()).isEqualTo(page.body());
        }
    }

    @Test
    void two_orders_in_two_tabs_both_work() {
        String first = purchase(noordzee(), KNOWN, document -> {});
        String second = purchase(noordzee(), KNOWN, document -> {});
        Person person = browsers.person(ADMIN_FOUNDRY);
        person.goTo(link(ADMIN_FOUNDRY.username(), first));
        Page tab = person.page().context().newPage();
        tab.navigate(link(ADMIN_FOUNDRY.username(), second));

        person.press(SIGN_IN);
        tab.locator("form button").click();
        person.signIn().sees("I have read this text");
        waitFor(first, "SIGNED_IN");
        tab.reload();
        tab.getByText("Continue as Grace Holloway").first().click();
        waitFor(second, "SIGNED_IN");
        tab.waitForURL(address -> address.contains("/camunda/app/tasklist/"));
    }

    @Test
    void what_was_typed_is_not_lost_when_the_session_has_ended() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        Person person = browsers.person(ADMIN_FOUNDRY);
        person.goTo(link(ADMIN_FOUNDRY.username(), order) + "/problem");
        report(
                person,
                "It asks for a work or school account, and only a personal account works,"
                        + " or one that somebody made for themselves",
                "Typed behind the link");
        person.readsTitle(REPORTED);

        person.goTo(link(ADMIN_FOUNDRY.username(), order)).press(SIGN_IN);
        person.signIn();
        waitFor(order, "SIGNED_IN");
        person.goTo(desk + "/orders/" + order + "/problem");
        report(person, "I see the name of another organisation, or it was activated there", "Typed after sign-in");
        person.signIn().readsTitle("This page was open for too long");
        person.station("42-open-for-too-long");
        person.press("Send it again");
        person.readsTitle(REPORTED);
        assertThat(database.sql("select message from problem where order_key = ? order by id desc limit 1")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEqualTo("Typed after sign-in");
    }

    /** After a restart of the desk, or a long lunch. */
    private static void report(Person person, String problem, String message) {
        person.tick(problem);
        person.page().locator("#message").fill(message);
        person.page().context().clearCookies();
        person.press("Report it");
    }

    /** The link of somebody who said that it was not for them. */
    private String revoked() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        String link = link(ADMIN_FOUNDRY.username(), order);
        Person person = browsers.person(ADMIN_FOUNDRY);
        person.goTo(link);
        person.click(person.link("I am not the online administrator"));
        person.press("I am not the online administrator");
        person.readsTitle("Thank you for telling us");
        person.goTo(link).readsTitle("We do not know this link");
        person.station("40-link-unknown");
        person.click(person.link("Ask for a new link"));
        person.readsTitle("Ask for a new link");
        person.station("41-ask-for-a-link");
        person.press("Mail me a new link");
        person.readsTitle("Look into your mailbox");
        return link;
    }

    private HttpResponse<String> opened(String link) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                .header("Accept-Language", "en")
                .build();
        return scanner.send(request, BodyHandlers.ofString());
    }
}
