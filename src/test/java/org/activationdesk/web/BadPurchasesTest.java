package org.activationdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "{\"listValue\":1e400}|400",
                "{\"listValue\":1e2147483647}|400",
                "{\"listValue\":1e99999999999}|400",
                "{\"quantity\":NaN}|400"
            })
    void what_is_no_purchase_is_refused(String body, int status) throws Exception {
        assertThat(noordzee.sends("POST", "/api/purchases", body).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orderNumber\":\"API-AFTER\"}",
                "}",
                ",\"tenant\":{\"domain\":\"a.example\"}}",
                "x",
                "null"
            })
    void what_follows_the_purchase_is_not_lost_unread(String rest) throws Exception {
        String body = purchase("API-AFTER").toString();
        assertThat(noordzee.sends("POST", "/api/purchases", body + rest).statusCode())
                .isEqualTo(400);
        assertThat(noordzee.asks("/api/purchases/noordzee/API-AFTER").statusCode())
                .isEqualTo(404);
    }

    @Test
    void numbers_count_by_their_value_and_not_by_how_they_are_written() throws Exception {
        ObjectNode purchase = purchase("API-NUMBERS").put("listValue", 1).put("quantity", 1);
        String written = purchase.toString()
                .replace("\"listValue\":1,", "\"listValue\":12.500,")
                .replace("\"quantity\":1,", "\"quantity\":25.0,");
        assertThat(noordzee.sends("POST", "/api/purchases", written).statusCode())
                .isEqualTo(201);
        assertThat(status("API-NUMBERS").get("quantity").asInt()).isEqualTo(25);
        purchase.put("listValue", 12.5).put("quantity", 25);
        assertThat(post("/api/purchases", purchase).statusCode()).isEqualTo(200);
    }

    @Test
    void names_with_the_joiners_of_their_script_are_taken_and_all_others_refused() throws Exception {
        String persian = "\u0634\u0631\u06a9\u062a\u200c\u0647\u0627";
        assertThat(post("/api/purchases", purchase("API-JOINED").put("organisation", persian))
                        .statusCode())
                .isEqualTo(201);
        assertThat(status("API-JOINED").get("organisation").asText()).isEqualTo(persian);
        assertThat(post("/api/purchases", purchase("API-FORGED").put("organisation", "Micro\u200csoft"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it@wei\u00df.example",
                "it@\uff45xample.example",
                "it@a\u3002example",
                "desk@desk.example",
                "Desk+customer@Desk.example",
                "bounces+1@desk.example",
                "manager@desk.example"
            })
    void mail_for_a_stranger_or_for_the_desk_itself_is_refused(String address) throws Exception {
        ObjectNode purchase = purchase("API-ADDRESS");
        ((ObjectNode) purchase.at("/contacts/0")).put("email", address);
        HttpResponse<String> answer = post("/api/purchases", purchase);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo("contacts[0].email");
    }

    @Test
    void a_domain_that_two_standards_read_differently_has_to_be_written_in_ascii() throws Exception {
        ObjectNode purchase = purchase("API-DOMAIN");
        purchase.putObject("tenant").put("domain", "wei\u00df.example");
        HttpResponse<String> answer = post("/api/purchases", purchase);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("tenant.domain", "xn--");
        purchase.putObject("tenant").put("domain", "xn--wei-7ka.example");
        assertThat(post("/api/purchases", purchase).statusCode()).isEqualTo(201);
    }

    @Test
    void a_withdrawal_says_why_in_characters_that_can_be_seen() throws Exception {
        post("/api/purchases", purchase("API-WHY"));
        String address = "/api/purchases/noordzee/API-WHY/withdrawal";
        for (String body : List.of(
                "{\"reason\":\"Ordered\\u0000twice\"}", "{\"reason\":\"\\u202eeciwt\"}", "{\"reason\":\"x\"}{}")) {
            assertThat(noordzee.sends("POST", address, body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
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
