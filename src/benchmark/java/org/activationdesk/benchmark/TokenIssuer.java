package org.activationdesk.benchmark;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** As much of an OpenID Connect provider as the API asks for: its metadata and its keys. Tokens are handed over directly. */
final class TokenIssuer implements AutoCloseable {
    private static final Duration LIFE = Duration.ofHours(2);

    private final HttpServer server;
    private final RSAKey key;

    private TokenIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    static TokenIssuer start() throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RSAKey key = new RSAKeyGenerator(2048).keyID("benchmark").generate();
        TokenIssuer issuer = new TokenIssuer(server, key);
        issuer.answer("/.well-known/openid-configuration", """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/none","token_endpoint":"%1$s/none","jwks_uri":"%1$s/keys"}
                """.formatted(issuer.address()));
        issuer.answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        return issuer;
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An access token for a partner's system, of the partner's tenant. */
    String token(String client, String tenant) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(address())
                        .claim("azp", client)
                        .claim("tid", tenant)
                        .audience("activation-desk")
                        .claim("scope", "purchases.write")
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plus(LIFE)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
