package org.activationdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.OrderKey;
import org.junit.jupiter.api.Test;

class SealedLettersTest {
    private static final String LINK = "https://desk.example/activate/very-secret";

    private final SealedLetters letters = new SealedLetters(key("a link key of thirty-two bytes 01"));
    private final Mail mail = new Mail(
            new MailIntent(new OrderKey("noordzee", "NZ-1"), MailKind.ACTIVATION),
            "a@b.example",
            Language.NL,
            letter());

    @Test
    void a_letter_says_the_same_when_it_is_opened() {
        assertThat(letters.open(mail.id(), letters.seal(mail))).isEqualTo(mail.model());
    }

    @Test
    void a_sealed_letter_shows_nothing_and_never_looks_the_same() {
        byte[] sealed = letters.seal(mail);
        assertThat(new String(sealed, UTF_8)).doesNotContain("very-secret", "Northgate");
        assertThat(letters.seal(mail)).isNotEqualTo(sealed);
    }

    @Test
    void another_key_another_mail_or_another_byte_does_not_open_it() {
        byte[] sealed = letters.seal(mail);
        SealedLetters others = new SealedLetters(key("a link key of thirty-two bytes 02"));
        assertThatThrownBy(() -> others.open(mail.id(), sealed)).hasMessageContaining("ACTIVATION_LINK_KEY");
        assertThatThrownBy(() -> letters.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> letters.open(mail.id(), altered)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Map<String, Object> letter() {
        Map<String, Object> letter = new HashMap<>();
        letter.put("link", LINK);
        letter.put("organisation", "Northgate Foundry “é”");
        letter.put("quantity", 40);
        letter.put("task", true);
        letter.put("handedOverBy", null);
        letter.put("items", List.of(Map.of("since", "5 januari")));
        return letter;
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
