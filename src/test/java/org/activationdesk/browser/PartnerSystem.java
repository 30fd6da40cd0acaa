package org.activationdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.activationdesk.tryout.signin.Clients;

/** A partner's ordering system: knows the provider's issuer, its own client and the desk's address, and nothing else. */
public final class PartnerSystem {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String desk;
    private final String issuer;
    private final String client;

    public PartnerSystem(String desk, String issuer, String client) {
        this.desk = desk;
        this.issuer = issuer;
        this.client = client;
    }

    /** Registers a purchase and returns the address at which the desk keeps it. */
    String registers(String purchase) {
        HttpResponse<String> answer = sends("POST", "/api/purchases", purchase);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Any call with JSON in it. */
    public HttpResponse<String> sends(String method, String address, String body) {
        return send(authorized(address)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Takes a purchase back, unless it is active already. */
    void withdraws(String address) {
        // A step of the process may be under way at this moment; the desk then asks for the same once more.
        await().until(
                        () -> sends("POST", address + "/withdrawal", "{\"reason\":\"The story is over\"}")
                                .statusCode(),
                        status -> status == 200 || status == 409);
    }

    /** What the desk answers about the purchase at an address. */
    public HttpResponse<String> asks(String address) {
        return send(authorized(address).GET());
    }

    public JsonNode status(String address) {
        HttpResponse<String> answer = asks(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private HttpRequest.Builder authorized(String address) {
        return HttpRequest.newBuilder(URI.create(desk + address)).header("Authorization", "Bearer " + token());
    }

    /** By client credentials; where tokens come from stands in the provider's discovery document. */
    private String token() {
        JsonNode provider =
                read(send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))));
        String secret =
                Base64.getEncoder().encodeToString((client + ":" + Clients.SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(
                        URI.create(provider.path("token_endpoint").asText()))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + Clients.SCOPE)));
        return read(answer).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new IllegalStateException(answer.body(), notJson);
        }
    }
}
