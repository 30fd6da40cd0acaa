package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Purchases as partners' systems post them: the examples of the documentation, each with a number and a customer of its own. */
final class Purchases {
    private final ObjectNode known = example("known");
    private final ObjectNode unknown = example("unknown");

    private static ObjectNode example(String name) {
        try {
            return (ObjectNode) new ObjectMapper()
                    .readTree(Path.of("docs/examples/purchase-" + name + ".json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A purchase whose agreement names the administrator. */
    ObjectNode known(Order order) {
        ObjectNode document = of(known, order);
        ((ObjectNode) document.path("contacts").path(0)).put("email", order.email());
        return document;
    }

    /** A purchase whose administrator the partner has to be asked for. */
    ObjectNode unknown(Order order) {
        return of(unknown, order);
    }

    private static ObjectNode of(ObjectNode example, Order order) {
        ObjectNode document = example.deepCopy();
        document.put("orderNumber", order.number())
                .put("licenseId", "L-" + order.number())
                .put("organisation", order.organisation());
        ((ObjectNode) document.path("tenant"))
                .put("domain", order.domain())
                .put("id", order.tenant().toString());
        return document;
    }
}
