package org.activationdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.activationdesk.browser.PartnerSystem;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners' systems can do, over HTTP and with tokens of the real provider. */
class PurchaseApiTest extends PurchaseApiStories {
    private static final Path UNKNOWN = Path.of("docs/examples/purchase-unknown.json");

    @Autowired
    private JdbcClient database;

    @Autowired
    private RuntimeService runtime;

    @Test
    void a_purchase_is_taken_in_and_says_who_holds_it() throws Exception {
        HttpResponse<String> answer = post("/api/purchases", purchase(KNOWN, "API-KNOWN"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/purchases/noordzee/API-KNOWN");
        post("/api/purchases", purchase(UNKNOWN, "API-UNKNOWN"));
        await().untilAsserted(() ->
                assertThat(status("API-KNOWN").at("/mails/0/state").asText()).isEqualTo("ACCEPTED"));
        assertThat(status("API-KNOWN").at("/status").asText()).isEqualTo("INVITED");
        await().untilAsserted(() ->
                assertThat(status("API-UNKNOWN").at("/heldBy/role").asText()).isEqualTo("PARTNER"));
        assertThat(status("API-KNOWN").at("/heldBy/name").asText()).isEqualTo("Grace Holloway");
        assertThat(status("API-KNOWN").at("/timeline"))
                .extracting(entry -> entry.get("event").asText())
                .containsExactly("PURCHASE_RECEIVED", "ADMINISTRATOR_FOUND", "ACTIVATION_EMAIL_SENT");
        assertThat(status("API-KNOWN").at("/mails")).singleElement().satisfies(mail -> {
            assertThat(mail.get("kind").asText()).isEqualTo("ACTIVATION");
            assertThat(mail.get("state").asText()).isEqualTo("ACCEPTED");
            assertThat(mail.get("answer").asText()).startsWith("250");
            assertThat(mail.has("recipient")).isFalse();
        });
        JsonNode diagnosis = status("API-UNKNOWN/diagnosis");
        assertThat(diagnosis.get("problem").asText()).isEqualTo("F1");
        assertThat(diagnosis.get("owner").asText()).isEqualTo("partner");
        assertThat(diagnosis.get("explanation").asText()).contains("onlinebeheerder");
    }

    @Test
    void the_same_purchase_again_starts_nothing_and_a_different_one_is_refused() throws Exception {
        ObjectNode purchase = purchase("API-1");
        assertThat(post("/api/purchases", purchase).statusCode()).isEqualTo(201);
        assertThat(post("/api/purchases", purchase).statusCode()).isEqualTo(200);
        HttpResponse<String> different =
                post("/api/purchases", purchase.deepCopy().put("quantity", 41));
        assertThat(different.statusCode()).isEqualTo(409);
        assertThat(different.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(different.body()).get("detail").asText()).contains("API-1");
        assertThat(instances("API-1")).isEqualTo(1);
        assertThat(status("API-1").get("quantity").asInt()).isEqualTo(40);
    }

    @Test
    void twenty_clients_that_send_the_same_purchase_at_once_start_one_process() throws Exception {
        ObjectNode purchase = purchase("API-20");
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            Callable<Integer> send = () -> post("/api/purchases", purchase).statusCode();
            List<Integer> answers = clients
                    .invokeAll(IntStream.range(0, 20).mapToObj(client -> send).toList())
                    .stream()
                    .map(PurchaseApiTest::result)
                    .collect(Collectors.toList());
            assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        } finally {
            clients.shutdown();
        }
        assertThat(instances("API-20")).isEqualTo(1);
        assertThat(database.sql("select count(*) from purchase where order_number = 'API-20'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_partner_sees_no_other_partners_purchase() throws Exception {
        post("/api/purchases", purchase("API-OWN"));
        PartnerSystem zuiderlicht = new PartnerSystem(desk, issuer, "zuiderlicht-orders");
        String address = "/api/purchases/noordzee/API-OWN";
        assertThat(zuiderlicht.asks(address).statusCode()).isEqualTo(404);
        assertThat(zuiderlicht
                        .sends("POST", address + "/withdrawal", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(noordzee.asks("/api/purchases/noordzee/NOTHING").statusCode())
                .isEqualTo(404);
        assertThat(zuiderlicht.asks(address + "/diagnosis").statusCode()).isEqualTo(404);
    }

    @Test
    void a_purchase_that_is_not_there_was_not_placed_yet() throws Exception {
        HttpResponse<String> answer = noordzee.asks("/api/purchases/noordzee/NOTHING/diagnosis");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode diagnosis = JSON.readTree(answer.body());
        assertThat(diagnosis.get("problem").asText()).isEqualTo("F7");
        assertThat(diagnosis.get("owner").asText()).isEqualTo("partner");
        assertThat(diagnosis.get("nextStep").asText()).isEqualTo("place-order");
        assertThat(diagnosis.get("explanation").asText()).contains("nog niet geplaatst");
        assertThat(noordzee.asks("/api/purchases/noordzee/no%20number/diagnosis")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_withdrawn_purchase_ends_its_process_and_says_why() throws Exception {
        post("/api/purchases", purchase("API-WITHDRAWN"));
        String address = "/api/purchases/noordzee/API-WITHDRAWN/withdrawal";
        assertThat(noordzee.sends("POST", address, "{}").statusCode()).isEqualTo(400);
        await().untilAsserted(() -> assertThat(noordzee.sends("POST", address, "{\"reason\":\"Ordered twice\"}")
                        .statusCode())
                .isEqualTo(200));
        assertThat(instances("API-WITHDRAWN")).isZero();
        assertThat(status("API-WITHDRAWN").at("/timeline")).last().satisfies(entry -> {
            assertThat(entry.get("event").asText()).isEqualTo("PURCHASE_WITHDRAWN");
            assertThat(entry.get("detail").asText()).isEqualTo("Ordered twice");
        });
    }

    private long instances(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("noordzee/" + number)
                .count();
    }

    private static int result(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
