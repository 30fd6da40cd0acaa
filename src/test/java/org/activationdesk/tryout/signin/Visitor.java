package org.activationdesk.tryout.signin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of their own, who comes from the desk; follows no redirect unasked. */
final class Visitor {
    static final String DESK = "http://localhost:45678";
    private static final String CALLBACK = DESK + "/login/oauth2/code/desk";
    // The example of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String provider;
    private String location = "";
    private String idToken = "";

    Visitor(String provider) {
        this.provider = provider;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    Map<String, Object> json(String path) throws Exception {
        return new ObjectMapper().readValue(get(path, "en").body(), new TypeReference<>() {});
    }

    String authorize(String prompt) throws Exception {
        String query = form(Map.of(
                "response_type", "code",
                "client_id", "activation-desk",
                "redirect_uri", CALLBACK,
                "scope", "openid profile email",
                "state", UUID.randomUUID().toString(),
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
        return follow(get("/oauth2/authorize?" + query + (prompt.isEmpty() ? "" : "&prompt=" + prompt), "en"));
    }

    void signIn(String username, String prompt) throws Exception {
        authorize(prompt);
        location += "&another=yes";
        submit(username, Accounts.PASSWORD);
        follow(get(location, "en"));
    }

    String submit(String username, String password) throws Exception {
        return follow(post("/sign-in", Map.of("username", username, "password", password)));
    }

    String goOn() throws Exception {
        follow(post("/sign-in/continue", Map.of()));
        return follow(get(location, "en"));
    }

    String page() throws Exception {
        return page("en");
    }

    String page(String language) throws Exception {
        return get(location, language).body();
    }

    String signOut(String token) throws Exception {
        return follow(get(
                "/connect/logout?" + form(Map.of("id_token_hint", token, "post_logout_redirect_uri", DESK + "/")),
                "en"));
    }

    JWTClaimsSet idToken() throws Exception {
        String code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
        Map<?, ?> answer = token(
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "code_verifier", VERIFIER),
                "activation-desk",
                true);
        idToken = String.valueOf(answer.get("id_token"));
        return SignedJWT.parse(idToken).getJWTClaimsSet();
    }

    String lastIdToken() {
        return idToken;
    }

    JWTClaimsSet clientToken(String client, boolean basic) throws Exception {
        Map<?, ?> answer = token(Map.of("grant_type", "client_credentials", "scope", "purchases.write"), client, basic);
        return SignedJWT.parse(String.valueOf(answer.get("access_token"))).getJWTClaimsSet();
    }

    private Map<?, ?> token(Map<String, String> fields, String client, boolean basic) throws Exception {
        HttpRequest.Builder request = request("/oauth2/token");
        String body = form(fields);
        if (basic) {
            byte[] pair = (client + ":desk").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        } else {
            body += "&client_id=" + client + "&client_secret=desk";
        }
        return new ObjectMapper()
                .readValue(
                        send(request.POST(HttpRequest.BodyPublishers.ofString(body)))
                                .body(),
                        Map.class);
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        return send(request(path).header("Accept-Language", language).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        String hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page())
                .results()
                .map(Visitor::field)
                .collect(Collectors.joining("&"));
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(form(fields) + "&" + hidden)));
    }

    private static String field(MatchResult input) {
        return form(Map.of(input.group(1), input.group(2).replace("&amp;", "&")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(provider).resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String follow(HttpResponse<String> answer) {
        location = answer.headers().firstValue("Location").orElse("");
        return location;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
