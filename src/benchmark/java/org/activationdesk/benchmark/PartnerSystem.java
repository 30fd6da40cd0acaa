package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;

/** A partner's ordering system that registers purchases over HTTP, with an access token. */
final class PartnerSystem {
    private static final String CLIENT = "noordzee-orders";
    private static final String TENANT = "20000000-0000-4000-8000-000000000002";

    private final String run = "R" + Long.toString(System.nanoTime() & 0xFFFFFFFL, Character.MAX_RADIX);
    private final AtomicLong orders = new AtomicLong();
    private final Purchases purchases = new Purchases();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder request;

    PartnerSystem(PackagedDesk desk, TokenIssuer issuer) throws JOSEException {
        request = HttpRequest.newBuilder(URI.create(desk.address() + "/api/purchases"))
                .header("Authorization", "Bearer " + issuer.token(CLIENT, TENANT))
                .header("Content-Type", "application/json");
    }

    void registersKnown() {
        registers(purchases.known(next()));
    }

    void registersUnknown() {
        registers(purchases.unknown(next()));
    }

    /** One whose administrator is known. */
    void registers(Order order) {
        registers(purchases.known(order));
    }

    private Order next() {
        return Order.of(run, orders.incrementAndGet());
    }

    private void registers(ObjectNode purchase) {
        try {
            HttpResponse<String> answer = http.send(
                    request.copy().POST(BodyPublishers.ofString(purchase.toString())).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("The desk answers " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
