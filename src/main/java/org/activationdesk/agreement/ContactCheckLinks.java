package org.activationdesk.agreement;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.activation.LinkTokens;
import org.springframework.stereotype.Component;

/**
 * The links with which contacts answer. A token is the mail's id and a signature over it, so nothing has to be stored: when it
 * was sent, to whom and about what stands in the mail's row.
 */
@Component
class ContactCheckLinks {
    private static final String PURPOSE = "contact-check:";
    private static final int ID = 16;
    private static final int TOKEN = ID + 32;

    private final LinkTokens tokens;
    private final DeskSettings settings;

    ContactCheckLinks(LinkTokens tokens, DeskSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** The link of a mail. */
    String of(UUID mail) {
        byte[] token = ByteBuffer.allocate(TOKEN)
                .putLong(mail.getMostSignificantBits())
                .putLong(mail.getLeastSignificantBits())
                .put(tokens.of(PURPOSE, mail))
                .array();
        return settings.contactLink(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** The mail that a token came with, unless the token was made up. */
    Optional<UUID> mail(String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != TOKEN) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(bytes, 0, ID);
        UUID mail = new UUID(id.getLong(), id.getLong());
        byte[] signature = Arrays.copyOfRange(bytes, ID, TOKEN);
        return Optional.of(mail).filter(known -> MessageDigest.isEqual(signature, tokens.of(PURPOSE, known)));
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
