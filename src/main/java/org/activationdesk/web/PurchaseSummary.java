package org.activationdesk.web;

import org.activationdesk.activation.Activation;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;

/** What a purchase is, as pages show it; no personal data. */
record PurchaseSummary(
        String organisation, String product, int quantity, String program, String partner, String orderNumber) {

    static PurchaseSummary of(Activation activation, Language language, Texts texts) {
        return new PurchaseSummary(
                activation.organisation(),
                activation.product(),
                activation.quantity(),
                texts.get(language, "program." + activation.program()),
                activation.partnerName(),
                activation.order().number());
    }
}
