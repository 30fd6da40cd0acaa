package org.activationdesk.web;

import org.activationdesk.activation.Diagnosis;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;

/** Why there is no mail, as partners' systems read it; {@code explanation} is for people. */
record PurchaseDiagnosis(String problem, String owner, String nextStep, String explanation) {
    static PurchaseDiagnosis of(Diagnosis diagnosis, Language language, Texts texts) {
        return new PurchaseDiagnosis(
                diagnosis.problem(),
                diagnosis.owner(),
                diagnosis.nextStep(),
                texts.get(language, "diagnosis." + diagnosis.nextStep()));
    }
}
