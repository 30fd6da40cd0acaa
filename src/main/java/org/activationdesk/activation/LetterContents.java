package org.activationdesk.activation;

import java.util.HashMap;
import java.util.Map;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.stereotype.Component;

/** What the templates of mails about an activation show. */
@Component
class LetterContents {
    private final DeskSettings settings;
    private final SeenWords words;
    private final Texts texts;

    LetterContents(DeskSettings settings, SeenWords words, Texts texts) {
        this.settings = settings;
        this.words = words;
        this.texts = texts;
    }

    /** @param reader null where it goes to a team */
    Map<String, Object> lapse(Activation activation, Language language, String reader) {
        Map<String, Object> model = of(activation, language);
        model.put("reader", reader);
        model.put("lapsedOn", texts.date(language, activation.endedAt()));
        return model;
    }

    Map<String, Object> confirmation(Activation activation, Language language) {
        Map<String, Object> model = of(activation, language);
        model.put("effect", texts.get(language, "effect." + activation.renewalEffect()));
        model.put(
                "route",
                texts.get(
                        language,
                        "route." + activation.renewalRoute(),
                        settings.portal().label()));
        model.put("seen", seen(activation, language));
        model.put("renewedOn", texts.date(language, activation.renewedAt()));
        model.put("accountName", activation.accountName());
        model.put("proof", settings.proof(activation.order()));
        return model;
    }

    /** Null where the renewal came before anybody was asked what the admin center shows. */
    private String seen(Activation activation, Language language) {
        return activation.seenEndDate() == null ? null : words.of(activation, language);
    }

    String reason(Activation activation, Language language) {
        return texts.get(language, "reason." + activation.escalationReason(), activation.escalationDetail());
    }

    Map<String, Object> of(Activation activation, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("organisation", activation.organisation());
        model.put("product", activation.product());
        model.put("quantity", activation.quantity());
        model.put("program", texts.get(language, "program." + activation.program()));
        model.put("orderNumber", activation.order().number());
        model.put("partner", activation.partnerName());
        model.put("administrator", activation.administratorName());
        model.put("taskLink", settings.taskLink(activation.order()));
        model.put("orderPage", settings.orderPage(activation.order()));
        model.put("guide", settings.guide("activation-link", language));
        return model;
    }
}
