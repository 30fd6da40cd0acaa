package org.activationdesk.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An OpenID Connect provider as small as can be, for what a proper one never does: it says and signs whatever the test says.
 * It is down while the desk starts, as it may be in the worst of all mornings.
 */
class TinyProvider {
    static final TinyProvider PROVIDER = new TinyProvider();
    private static final String CLIENT = "activation-desk";

    final RSAKey key = key("known");
    volatile RSAKey signingKey = key;
    volatile Map<String, Object> claims = Map.of();
    volatile Map<String, String> asked = Map.of();
    volatile boolean down = true;
    private final HttpServer server;

    private TinyProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Points the desk of a test here. */
    static class Instead implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("activation.sign-in.issuer=" + PROVIDER.issuer())
                    .applyTo(context);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The document names the tenant as Entra's does for several tenants at once. */
    String issuer() {
        return address() + "/organizations/v2.0";
    }

    String issuerOf(Object tenant) {
        return address() + "/" + tenant + "/v2.0";
    }

    String sign(Map<String, Object> content, RSAKey by) {
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder()
                .issuer(issuerOf(content.get("tid")))
                .audience(CLIENT)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        content.forEach((name, value) -> {
            if ("exp".equals(name)) {
                token.expirationTime(value == null ? null : Date.from((Instant) value));
            } else {
                token.claim(name, value);
            }
        });
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), token.build());
        try {
            signed.sign(new RSASSASigner(by));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return signed.serialize();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (down) {
            answer(call, 503, "down");
        } else if (path.endsWith("/.well-known/openid-configuration")) {
            answer(call, 200, configuration());
        } else if (path.equals("/jwks")) {
            answer(call, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.equals("/authorize")) {
            asked = UriComponentsBuilder.fromUri(call.getRequestURI())
                    .build()
                    .getQueryParams()
                    .toSingleValueMap();
            call.getResponseHeaders()
                    .add("Location", decode(asked.get("redirect_uri")) + "?code=x&state=" + asked.get("state"));
            answer(call, 302, "");
        } else if (path.equals("/token")) {
            Map<String, Object> content =
                    new java.util.HashMap<>(Map.of("nonce", asked.get("nonce"), "sub", "pairwise"));
            content.putAll(claims);
            answer(
                    call,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":600,\"id_token\":\""
                            + sign(content, signingKey) + "\"}");
        } else {
            answer(call, 404, "unknown");
        }
    }

    private String configuration() {
        return "{'issuer':'%1$s/{tenantid}/v2.0','authorization_endpoint':'%1$s/authorize','token_endpoint':'%1$s/token','jwks_uri':'%1$s/jwks'}"
                .formatted(address())
                .replace('\'', '"');
    }

    private static String decode(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().put("Content-Type", List.of("application/json"));
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
