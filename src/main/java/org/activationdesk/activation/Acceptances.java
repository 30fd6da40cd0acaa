package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** Who accepted which agreement text, when, with which account. */
@Component
public class Acceptances {
    private final Activations activations;
    private final AgreementTexts texts;
    private final Clock clock;

    Acceptances(Activations activations, AgreementTexts texts, Clock clock) {
        this.activations = activations;
        this.texts = texts;
        this.clock = clock;
    }

    /** Records that the administrator accepts the text that the form showed, and no other. */
    public void record(OrderKey order, Answer answer) {
        answer.hasOnly("accepted", "agreementVersion");
        answer.confirmed("accepted", "not-accepted");
        Activation activation = activations.get(order);
        AgreementText text = shown(activation, answer);
        activations.change(
                order,
                TimelineEvent.AGREEMENT_WAS_ACCEPTED,
                answer.who(),
                text.version() + " " + text.sha256(),
                Map.of(
                        "accepted_text_version", text.version(),
                        "accepted_text_language", text.language().code(),
                        "accepted_text_sha256", text.sha256(),
                        "accepted_at", OffsetDateTime.now(clock),
                        "accepted_by", answer.who()));
    }

    /** A version without a language is that of the administrator, in which forms showed the text at first. */
    private AgreementText shown(Activation activation, Answer answer) {
        AgreementText own = texts.of(activation, activation.languageOfAdministrator());
        Map<String, AgreementText> current = new HashMap<>(Map.of(own.version(), own));
        for (Language language : Language.values()) {
            AgreementText text = texts.of(activation, language);
            current.put(text.shownAs(), text);
        }
        return current.get(answer.choice(
                "agreementVersion", "agreement-changed", current.keySet().toArray(String[]::new)));
    }
}
