package org.activationdesk.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what a sign-in has to know when it comes back from the provider, for one browser and one hour: AES-256-GCM, written
 * in the 64 characters of addresses. The key comes from the desk's client secret, so all desks behind one address and the
 * next start open what one has sealed.
 */
@Component
class StateSeal {
    /** Whoever has to find a second device, or to set a new password, takes that long. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final String PURPOSE = "activation-desk sign-in state";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;

    StateSeal(SignInSettings settings, Clock clock) {
        this.key = key(settings.clientSecret());
        this.clock = clock;
    }

    private static SecretKeySpec key(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), mac.getAlgorithm()));
            return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String seal(String text, String browser) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] content = text.getBytes(UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .put(content);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, browser).doFinal(plain.array());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty for what this desk has not sealed for this browser within the last hour. */
    Optional<String> open(String sealed, String browser) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            ByteBuffer plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), browser)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
            Instant end = Instant.ofEpochSecond(plain.getLong());
            return clock.instant().isBefore(end)
                    ? Optional.of(UTF_8.decode(plain).toString())
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String browser) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(browser.getBytes(UTF_8));
        return cipher;
    }
}
