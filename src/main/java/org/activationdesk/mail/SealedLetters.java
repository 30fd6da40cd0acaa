package org.activationdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a queued mail says, sealed with AES-GCM until it leaves: it holds a link that opens doors, of which the database
 * knows nothing but the hash.
 */
@Component
class SealedLetters {
    /** The key of the links serves here too; the purpose keeps both apart. */
    private static final String PURPOSE = "letter:";

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final TypeReference<Map<String, Object>> LETTER = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SealedLetters(@Value("${activation.link.key}") String linkKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(linkKey), mac.getAlgorithm()));
            this.key = new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] seal(Mail mail) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] letter = json.writeValueAsBytes(mail.model());
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, mail.id()).doFinal(letter);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (JsonProcessingException | GeneralSecurityException impossible) {
            throw new IllegalStateException("The letter cannot be kept", impossible);
        }
    }

    /** @throws IllegalStateException where it was sealed with another link key, or for another mail */
    Map<String, Object> open(UUID mail, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] letter =
                    cipher(Cipher.DECRYPT_MODE, nonce, mail).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return json.readValue(letter, LETTER);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(
                    "What the mail says was written with another link key. Set the former ACTIVATION_LINK_KEY",
                    foreign);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID mail) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(mail.toString().getBytes(UTF_8));
        return cipher;
    }
}
