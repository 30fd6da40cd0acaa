package org.activationdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API does with purchases that are wrong, broken or hostile. */
class BadPurchasesTest extends PurchaseApiStories {
    @Test
    void bad_input_is_told_field_by_field() throws Exception {
        ObjectNode bad = purchase("bad number!")
                .put("quantity", 1.5)
                .put("orderedOn", "2026-02-30")
                .put("country", "nl")
                .put("product", "line\nbreak")
                .put("status", "ACTIVE");
        ((ObjectNode) bad.at("/contacts/0")).put("email", "a@b.example,c@d.example");
        bad.putObject("subscription").put("endDate", "soon").put("seats", 0).put("price", 1);
        HttpResponse<String> answer = post("/api/purchases", bad);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("errors"))
                .extracting(error -> error.get("field").asText())
                .containsExactlyInAnyOrder(
                        "orderNumber",
                        "quantity",
                        "orderedOn",
                        "country",
                        "product",
                        "status",
                        "contacts[0].email",
                        "subscription.endDate",
                        "subscription.seats",
                        "subscription.price");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}|400",
                "[]|400",
                "{|400",
                "\"text\"|400",
                "{\"quantity\":1e400}|400",
                "{\"quantity\":NaN}|400"
            })
    void what_is_no_purchase_is_refused(String body, int status) throws Exception {
        assertThat(noordzee.sends("POST", "/api/purchases", body).statusCode()).isEqualTo(status);
    }

    @Test
    void text_that_looks_like_code_stays_text() throws Exception {
        String hostile = "${7*7} #{x} __${9}__ <img src=x> =cmd|' /C calc'!A0";
        assertThat(post("/api/purchases", purchase("API-HOSTILE").put("organisation", hostile))
                        .statusCode())
                .isEqualTo(201);
        await().untilAsserted(() ->
                assertThat(status("API-HOSTILE").get("status").asText()).isEqualTo("INVITED"));
        assertThat(status("API-HOSTILE").get("organisation").asText()).isEqualTo(hostile);
    }
}
