package org.activationdesk.productkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.activationdesk.purchase.KeySettings;
import org.springframework.stereotype.Component;

/** Recognises a product key that was entered before, without keeping it: HMAC-SHA-256 with a key of its own. */
@Component
class KeyHashes {
    private final SecretKeySpec hashKey;

    KeyHashes(KeySettings settings) {
        this.hashKey = new SecretKeySpec(settings.hashSecret(), "HmacSHA256");
    }

    byte[] of(TypedKey key) {
        try {
            Mac mac = Mac.getInstance(hashKey.getAlgorithm());
            mac.init(hashKey);
            return mac.doFinal(key.secret().getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
