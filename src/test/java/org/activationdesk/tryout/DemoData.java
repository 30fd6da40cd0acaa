package org.activationdesk.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.activationdesk.tryout.signin.Clients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** The purchases that a visitor finds, sent the way the partners' systems send them. */
public final class DemoData {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    // "today-12" in a file is the day twelve days ago, so that the data does not age.
    private static final Pattern DAY = Pattern.compile("today-(\\d+)");

    private final JdbcClient database;
    private final String desk;
    private final RestClient client = RestClient.create();
    private final String tokens;

    public DemoData(JdbcClient database, String desk, String issuer) {
        this.database = database;
        this.desk = desk;
        this.tokens = issuer + "/oauth2/token";
    }

    public void fill() {
        if (database.sql("select count(*) from purchase").query(Long.class).single() > 0) {
            return;
        }
        for (Resource purchase : purchases()) {
            if (!accepted(purchase)) {
                return;
            }
        }
    }

    private boolean accepted(Resource purchase) {
        try {
            send(purchase);
            return true;
        } catch (RestClientResponseException refused) {
            LOG.warn(
                    "No demo data: the desk answered {} to {}: {}",
                    refused.getStatusCode(),
                    purchase.getFilename(),
                    oneLine(refused.getResponseBodyAsString()));
        } catch (RestClientException | IOException unreachable) {
            LOG.warn("No demo data: {} could not be sent: {}", purchase.getFilename(), unreachable.getMessage());
        }
        return false;
    }

    private void send(Resource purchase) throws IOException {
        client.post()
                .uri(desk + "/api/purchases")
                .headers(headers -> headers.setBearerAuth(token(sender(purchase))))
                .contentType(MediaType.APPLICATION_JSON)
                .body(dated(purchase.getContentAsString(StandardCharsets.UTF_8), LocalDate.now()))
                .retrieve()
                .toBodilessEntity();
    }

    static String dated(String json, LocalDate today) {
        return DAY.matcher(json)
                .replaceAll(day -> today.minusDays(Long.parseLong(day.group(1))).toString());
    }

    /** The part of the file name before the first hyphen is the partner. */
    private static String sender(Resource purchase) {
        String file = String.valueOf(purchase.getFilename());
        String client = file.substring(0, file.indexOf('-')) + "-orders";
        if (!Clients.API.contains(client)) {
            throw new IllegalStateException("No partner sends " + file);
        }
        return client;
    }

    private String token(String sender) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("scope", Clients.SCOPE);
        Map<?, ?> answer = client.post()
                .uri(tokens)
                .headers(headers -> headers.setBasicAuth(sender, Clients.SECRET))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Map.class);
        return answer == null ? "" : String.valueOf(answer.get("access_token"));
    }

    static List<Resource> purchases() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:try-out/purchases/*.json");
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").trim();
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
