package org.activationdesk.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.activation.SeenWords;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.partner.Partner;
import org.activationdesk.partner.Partners;
import org.springframework.stereotype.Component;

/** Who did what a line of the timeline says, and what there is to add; codes of the record become words. */
@Component
class EventWords {
    private final Texts texts;
    private final Partners partners;
    private final DeskSettings settings;
    private final SeenWords seen;

    EventWords(Texts texts, Partners partners, DeskSettings settings, SeenWords seen) {
        this.texts = texts;
        this.partners = partners;
        this.settings = settings;
        this.seen = seen;
    }

    String who(TimelineEntry entry, Language language) {
        return switch (entry.who()) {
            case Activations.DESK -> null;
            case "link" -> texts.get(language, "page.order.who.link");
            default -> entry.who();
        };
    }

    /** Null where the sentence of the event says it all. */
    String detail(TimelineEntry entry, Language language) {
        String detail = entry.detail();
        if (detail == null || detail.isBlank()) {
            return null;
        }
        return switch (entry.event()) {
            case ADMINISTRATOR_FOUND -> texts.get(language, "role." + detail);
            // What came before it says why.
            case PARTNER_ASKED -> null;
            case AGREEMENT_WAS_ACCEPTED ->
                texts.get(language, "page.order.version", detail.substring(0, (detail + " ").indexOf(' ')));
            case SUBSCRIPTION_RENEWED -> renewal(detail, language);
            case RIGHT_PARTNER_FOUND -> partners.byId(detail).map(Partner::name).orElse(detail);
            case EMAIL_ANSWERED_AUTOMATICALLY, ABSENCE_NAMED ->
                texts.get(language, "page.order.mail.absent", date(detail, language));
            case CHANGE_CHECKED -> seen.sentence(detail, language);
            // The number of the problem comes first; the event says which it is.
            case DIFFERENCE_FOUND -> seen.sentence(detail.replaceFirst("^F\\d+: ", ""), language);
            case KEY_LAPSED -> date(detail, language);
            case PROBLEM_REPORTED -> texts.get(language, "problem." + detail);
            default -> detail;
        };
    }

    private String renewal(String detail, Language language) {
        String[] codes = detail.split(" ", 2);
        return texts.get(language, "effect." + codes[0]) + ". "
                + texts.get(
                        language,
                        "route." + codes[codes.length - 1],
                        settings.portal().label());
    }

    private String date(String detail, Language language) {
        try {
            return texts.date(language, LocalDate.parse(detail));
        } catch (DateTimeParseException notADate) {
            return detail;
        }
    }
}
