package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
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
        AgreementText text = texts.of(activation, activation.languageOfAdministrator());
        answer.choice("agreementVersion", "agreement-changed", text.version());
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
}
