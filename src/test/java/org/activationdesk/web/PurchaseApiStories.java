package org.activationdesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.activationdesk.browser.PartnerSystem;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;

/** What a partner's system needs to talk to the desk. */
@DeskTest
abstract class PurchaseApiStories {
    static final ObjectMapper JSON = new ObjectMapper();
    static final Path KNOWN = Path.of("docs/examples/purchase-known.json");

    @Value("${activation.public-url}")
    String desk;

    @Value("${activation.sign-in.issuer}")
    String issuer;

    PartnerSystem noordzee;

    @BeforeEach
    void signIn() {
        noordzee = new PartnerSystem(desk, issuer, "noordzee-orders");
    }

    /** The example, under a number and an agreement of its own. */
    static ObjectNode purchase(String number) throws IOException {
        return purchase(KNOWN, number);
    }

    static ObjectNode purchase(Path example, String number) throws IOException {
        return ((ObjectNode) JSON.readTree(example.toFile()))
                .put("orderNumber", number)
                .put("licenseId", "L-" + number);
    }

    JsonNode status(String number) {
        return noordzee.status("/api/purchases/noordzee/" + number);
    }

    HttpResponse<String> post(String path, JsonNode body) {
        return noordzee.sends("POST", path, body.toString());
    }
}
