package org.activationdesk.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** What makes the links of mails hard to guess: HMAC-SHA-256, with the link key, of a purpose and the mail's id. */
@Component
public class LinkTokens {
    private final SecretKeySpec key;

    LinkTokens(DeskSettings settings) {
        this.key = new SecretKeySpec(settings.link().secret(), "HmacSHA256");
    }

    /** 32 bytes that nobody without the link key can make; those of another purpose are others. */
    public byte[] of(String purpose, UUID mail) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal((purpose + mail).getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
