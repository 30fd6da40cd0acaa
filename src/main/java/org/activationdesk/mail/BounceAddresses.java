package org.activationdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The envelope sender of each mail (VERP): a returned message is told apart by the address that it comes to, which nobody can
 * make who has not seen the mail, and never by what it says.
 */
@Component
public class BounceAddresses {
    /** The key of the links serves here too; the purpose keeps both apart. */
    private static final String PURPOSE = "bounce-address:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 8;
    /** Of what stands before the @, by RFC 5321. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern SIGNED = Pattern.compile("([^+@]+)\\+([0-9a-f]{32})([0-9a-f]{16})@(.+)");

    private final String address;
    private final byte[] key;

    BounceAddresses(MailSettings settings, @Value("${activation.link.key}") String linkKey) {
        this.address = settings.bounceAddress().toLowerCase(Locale.ROOT);
        this.key = Base64.getDecoder().decode(linkKey);
        if (!address.isEmpty()
                && sign(new UUID(0, 0)).map(signed -> signed.indexOf('@')).orElseThrow() > LONGEST_LOCAL_PART) {
            throw new IllegalArgumentException("activation.mail.bounce-address: use a shorter name before the @, "
                    + "of 15 characters at most; 49 more are added for each mail");
        }
    }

    /** The envelope sender of a mail; none where no bounce address is set. */
    public Optional<String> sign(UUID mail) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int at = address.lastIndexOf('@');
        String id = mail.toString().replace("-", "");
        return Optional.of(address.substring(0, at) + "+" + id + signature(id) + address.substring(at));
    }

    /** The mail that an address was made for; none where the desk has not made it. */
    public Optional<UUID> mail(String signed) {
        Matcher parts = SIGNED.matcher(signed.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches() || !address.equals(parts.group(1) + "@" + parts.group(4))) {
            return Optional.empty();
        }
        String id = parts.group(2);
        return MessageDigest.isEqual(
                        signature(id).getBytes(UTF_8), parts.group(3).getBytes(UTF_8))
                ? Optional.of(UUID.fromString(id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
                : Optional.empty();
    }

    private String signature(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((PURPOSE + id).getBytes(UTF_8)), 0, SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
