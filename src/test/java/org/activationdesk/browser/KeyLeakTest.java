package org.activationdesk.browser;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.activationdesk.productkey.SampleKeys;
import org.activationdesk.tryout.Inbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Product keys go through the page in every way that people and programs know, and are found nowhere afterwards. */
class KeyLeakTest extends BrowserStory {
    private static final int INPUTS = 1000;

    private final KeyTraces traces = new KeyTraces();
    private final List<String> answers = new ArrayList<>();
    private final Map<Person, String> tokens = new HashMap<>();

    @Autowired
    private Inbox inbox;

    @Autowired
    private ServletWebServerApplicationContext server;

    @BeforeEach
    void the_log_is_read() {
        traces.record();
    }

    @AfterEach
    void the_log_is_let_go() {
        traces.stop();
    }

    @Test
    void a_key_is_nowhere_after_it_was_entered_refused_garbled_and_used() {
        long seed = System.nanoTime();
        System.out.println("The product key page is fuzzed with seed " + seed);
        SampleKeys samples = new SampleKeys(new Random(seed));
        String order = purchase(noordzee(), KNOWN, document -> document.putNull("keyLastFive"));
        String another = purchase(noordzee(), KNOWN, document -> document.putNull("keyLastFive"));
        Person administrator = follows(order);
        String key = samples.key();
        entered(administrator, order, samples, key);
        Person elsewhere = follows(another);
        enters(elsewhere, another, samples.written(watched(samples.key())), 200);
        enters(elsewhere, another, samples.written(key), 422);
        for (int i = 0; i < INPUTS; i++) {
            String hostile = samples.hostile();
            int status = post(administrator, order, field("productKey", hostile), "_csrf");
            if (hostile.indexOf(0) >= 0) {
                assertThat(status).as("NUL in input %d of seed %d", i, seed).isEqualTo(400);
            } else {
                assertThat(status).as("input %d of seed %d", i, seed).isIn(200, 422, 429);
            }
        }
        garbled(administrator, order, samples);
        finishes(administrator, order);

        traces.inTheLog();
        traces.inTheDatabase(database);
        traces.inTheSessions(server);
        traces.inTexts("the mails", inbox.mails().stream().map(Object::toString).toList());
        traces.inTexts("the answers", answers);
        System.out.println("Product keys were looked for in " + traces.places() + " places");
    }

    private void entered(Person administrator, String order, SampleKeys samples, String key) {
        watched(key);
        for (int i = 0; i < 100; i++) {
            enters(administrator, order, samples.written(key), 200);
        }
        for (int i = 0; i < 3; i++) {
            enters(administrator, order, samples.written(watched(samples.key())), 200);
        }
        enters(administrator, order, samples.written(key), 200);
        enters(administrator, order, samples.written(watched(samples.key())), 429);
        String confusable = watched(samples.key().substring(0, 20)) + "O0Il1";
        enters(administrator, order, confusable, 422);
        assertThat(post(administrator, order, field("productKey", confusable) + "&confirmed=" + key, "_csrf"))
                .isEqualTo(429);
        assertThat(lastFive(order)).hasSize(5);
    }

    /** What no browser sends: each of these has got some server to write its input into a log. */
    private void garbled(Person administrator, String order, SampleKeys samples) {
        String key = watched(samples.key());
        List<String> bodies = List.of(
                "productKey=" + key + "%zz",
                "productKey=" + key + "%",
                "productKey=" + key + "&productKey=" + key,
                key + "=" + key,
                key,
                "productKey[]=" + key + "&confirmed[" + key + "]=" + key,
                "productKey=" + key + "\0" + key,
                "productKey=" + key + "&confirmed=" + key + "&_method=DELETE&lang=" + key);
        for (String body : bodies) {
            assertThat(post(administrator, order, body, "_csrf")).as(body).isIn(200, 400, 403, 422, 429);
            assertThat(post(administrator, order, body, "none")).as(body).isIn(400, 403);
        }
        assertThat(post(administrator, order, "productKey=" + (key + "-").repeat(150_000), "_csrf"))
                .isIn(400, 403, 413);
        for (String type :
                List.of("application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x")) {
            APIResponse answer = administrator
                    .page()
                    .context()
                    .request()
                    .post(
                            page(order),
                            RequestOptions.create()
                                    .setHeader("Content-Type", type)
                                    .setHeader("X-CSRF-TOKEN", csrf(administrator, order))
                                    .setData("--x\r\nContent-Disposition: form-data; name=\"productKey\"\r\n\r\n" + key
                                            + "\r\n"));
            assertThat(answer.status()).as(type).isIn(400, 403, 413, 415, 422);
        }
        Person stranger = browsers.person(AGENT_NOORDZEE);
        stranger.goTo(desk + "/").goTo(desk + "/agreements").signIn();
        assertThat(post(stranger, order, "productKey=" + key, "_csrf")).isIn(403, 404);
    }

    private void finishes(Person administrator, String order) {
        administrator.goTo(desk + "/go/" + order);
        administrator.tick("I have read this text and accept it on behalf of the organisation");
        administrator.press("Complete task");
        // The list holds another order as well, and Tasklist opens whichever comes first.
        waitFor(order, "AGREEMENT_ACCEPTED");
        administrator.goTo(desk + "/go/" + order);
        administrator.tick("Renew: new end date, same number of seats");
        administrator.tick("Through Microsoft’s link, in the licensing e-mail");
        administrator.tick("I have renewed");
        administrator.type("End date in the admin center", "31/12/2027");
        administrator.type("Number of seats in the admin center", "40");
        administrator.type("Domain of the organisation in the admin center", "foundry.example");
        administrator.press("Complete task");
        waitFor(order, "ACTIVE");
        mail(ADMIN_FOUNDRY.username(), order, "Active: order");
    }

    private String watched(String key) {
        traces.lookFor(key);
        return key;
    }

    private void enters(Person administrator, String order, String text, int status) {
        APIResponse answer = administrator
                .page()
                .context()
                .request()
                .post(
                        page(order),
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setForm(FormData.create()
                                        .set("_csrf", csrf(administrator, order))
                                        .set("productKey", text)));
        answers.add(answer.url() + " " + answer.headers() + " " + answer.text());
        assertThat(answer.status()).isEqualTo(status);
    }

    private int post(Person person, String order, String body, String csrf) {
        APIResponse answer = person.page()
                .context()
                .request()
                .post(
                        page(order),
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setData(body + "&" + field(csrf, csrf(person, order))));
        answers.add(answer.url() + " " + answer.headers() + " " + answer.text());
        return answer.status();
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** From a form that the person has open. */
    private String csrf(Person person, String order) {
        return tokens.computeIfAbsent(person, somebody -> {
            String form = somebody.page().context().request().get(page(order)).text();
            String front = form.contains("_csrf")
                    ? form
                    : somebody.page().context().request().get(desk + "/").text();
            return front.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        });
    }

    private String lastFive(String order) {
        return database.sql("select last_five from product_key where order_key = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private String page(String order) {
        return desk + "/orders/" + order + "/product-key";
    }

    private Person follows(String order) {
        Person person = browsers.person(ADMIN_FOUNDRY);
        person.goTo(link(ADMIN_FOUNDRY.username(), order));
        person.press("Sign in with your work or school account");
        person.signIn().isAt("/tasklist/");
        return person;
    }
}
