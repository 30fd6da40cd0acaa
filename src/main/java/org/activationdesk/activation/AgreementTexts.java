package org.activationdesk.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The texts in {@code agreements/<version>/<language>.txt}. A changed text gets a new version; old ones stay as proof. */
@Component
public class AgreementTexts {
    static final String CURRENT = "2026-12";

    private final Texts texts;
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    AgreementTexts(Texts texts) {
        this.texts = texts;
    }

    /** The current text for an activation. */
    public AgreementText of(Activation activation, Language language) {
        return of(activation, CURRENT, language);
    }

    /** The text that was accepted, where today it still comes out as it was then: its hash tells. */
    public Optional<AgreementText> accepted(Activation activation, Acceptance acceptance) {
        return Language.of(acceptance.language())
                .map(language -> of(activation, acceptance.version(), language))
                .filter(text -> text.sha256().equals(acceptance.sha256()));
    }

    private AgreementText of(Activation activation, String version, Language language) {
        String text = templates
                .computeIfAbsent(version + "/" + language.code(), AgreementTexts::template)
                .replace("{program}", texts.get(language, "program." + activation.program()))
                .replace("{orderNumber}", activation.order().number())
                .replace("{partner}", activation.partnerName())
                .replace("{organisation}", activation.organisation());
        return new AgreementText(version, language, text, sha256(text));
    }

    private static String template(String name) {
        try {
            return new ClassPathResource("agreements/" + name + ".txt").getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
