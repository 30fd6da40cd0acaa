package org.activationdesk.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The keys of the proofs: a JWK Set (RFC 7517) of P-256 keys with key ids. The first signs and is private; all are published, so
 * that what a former key has signed can still be checked. Of former keys the public part is enough.
 */
@Component
public class ProofKeys {
    private final ECKey signing;
    private final JWKSet published;

    ProofKeys(ProofSettings settings) {
        JWKSet keys = read(settings.keys());
        this.signing = keys.getKeys().get(0).toECKey();
        this.published = keys.toPublicJWKSet();
    }

    /**
     * Reads the keys of a setting.
     *
     * @throws IllegalArgumentException where they cannot sign; it says why and shows nothing of the keys
     */
    public static JWKSet read(String setting) {
        JWKSet keys = parse(setting);
        Set<String> ids = new HashSet<>();
        for (JWK key : keys.getKeys()) {
            if (!(key instanceof ECKey elliptic) || !Curve.P_256.equals(elliptic.getCurve())) {
                throw new IllegalArgumentException("every key must be an elliptic one (EC) on the curve P-256");
            }
            if (key.getKeyID() == null || key.getKeyID().isBlank() || !ids.add(key.getKeyID())) {
                throw new IllegalArgumentException("every key must have a key id (kid) of its own");
            }
        }
        if (keys.isEmpty() || !keys.getKeys().get(0).isPrivate()) {
            throw new IllegalArgumentException("the first key must be there and private, as it signs");
        }
        return keys;
    }

    private static JWKSet parse(String setting) {
        try {
            return JWKSet.parse(setting);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("it is no JWK Set (RFC 7517)");
        }
    }

    /** The published keys as a JWK Set, without private parts. */
    public String published() {
        return published.toString(true);
    }

    /** A detached JWS of these bytes (RFC 7515, appendix F), signed with ES256. */
    String sign(byte[] contents) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(signing.getKeyID())
                    .build();
            JWSObject signed = new JWSObject(header, new Payload(contents));
            signed.sign(new ECDSASigner(signing));
            return signed.serialize(true);
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The proof cannot be signed", unusable);
        }
    }
}
