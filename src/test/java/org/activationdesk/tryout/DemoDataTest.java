package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.activationdesk.tryout.signin.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;

class DemoDataTest {
    @Test
    void every_purchase_is_dated_and_has_a_number_of_its_own() throws IOException {
        List<JsonNode> purchases = purchases();
        assertThat(purchases).hasSizeBetween(8, 12);
        assertThat(purchases)
                .extracting(purchase -> purchase.path("orderNumber").asText())
                .doesNotHaveDuplicates();
        assertThat(purchases)
                .extracting(
                        purchase -> LocalDate.parse(purchase.path("orderedOn").asText()))
                .allMatch(day -> day.isBefore(LocalDate.parse("2026-11-22")));
    }

    @Test
    void customers_that_can_sign_in_have_the_tenant_of_their_accounts() throws IOException {
        assertThat(purchases())
                .filteredOn(purchase -> purchase.path("organisation").asText().equals("Bakkerij de Vries"))
                .isNotEmpty()
                .allMatch(purchase -> purchase.at("/tenant/id").asText().equals(Accounts.BAKKERIJ.toString()));
        assertThat(purchases())
                .filteredOn(purchase -> purchase.path("organisation").asText().equals("Northgate Foundry"))
                .isNotEmpty()
                .allMatch(purchase -> purchase.at("/tenant/id").asText().equals(Accounts.FOUNDRY.toString()));
    }

    private static List<JsonNode> purchases() throws IOException {
        List<JsonNode> purchases = new ArrayList<>();
        for (Resource file : DemoData.purchases()) {
            String json = file.getContentAsString(StandardCharsets.UTF_8);
            purchases.add(new ObjectMapper().readTree(DemoData.dated(json, LocalDate.parse("2026-11-22"))));
        }
        return purchases;
    }
}
