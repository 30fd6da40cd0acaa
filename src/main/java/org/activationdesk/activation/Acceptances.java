package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** Who accepted which agreement text, when, with which account. */
@Component
public class Acceptances {
    private final Activations activations;
    private final AgreementTexts texts;

    Acceptances(Activations activations, AgreementTexts texts) {
        this.activations = activations;
        this.texts = texts;
    }

    /** Records that the administrator accepts the text that the form showed, and no other. */
    public void record(OrderKey order, Answer answer) {
        answer.hasOnly("accepted", "agreementVersion");
        answer.confirmed("accepted", "not-accepted");
        Activation activation = activations.get(order);
        AgreementText text = texts.of(activation, activation.languageOfAdministrator());
        answer.choice("agreementVersion", "agreement-changed", text.version());
        activations.accepted(order, text, answer.who());
    }
}
