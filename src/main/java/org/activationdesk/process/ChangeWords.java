package org.activationdesk.process;

import java.util.stream.Collectors;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.SubscriptionChange;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.stereotype.Component;

/** Says in numbers what redeeming a key does to the subscription, and in words where the desk does not know a number. */
@Component
class ChangeWords {
    private final Texts texts;

    ChangeWords(Texts texts) {
        this.texts = texts;
    }

    /** Two sentences: the end date and the seats, before and after. */
    String of(Activation activation, String effect, Language language) {
        SubscriptionChange change = SubscriptionChange.of(activation, effect);
        String key = "change." + effect;
        String endDate = change.endDate() == null
                ? texts.get(language, key + ".endDate.unknown")
                : texts.get(
                        language,
                        key + ".endDate",
                        texts.date(language, change.endDateBefore()),
                        texts.date(language, change.endDate()));
        String seats = change.seats() == null
                ? texts.get(language, key + ".seats.unknown", activation.quantity())
                : texts.get(language, key + ".seats", change.seatsBefore(), change.seats());
        return MarkdownText.of(endDate + " " + seats);
    }

    /** The tenant by the names that it is known by. */
    String domain(Activation activation) {
        return SubscriptionChange.of(activation, SubscriptionChange.RENEW).domains().stream()
                .map(MarkdownText::of)
                .collect(Collectors.joining(" / "));
    }

    /** What was seen last and was not as expected; null before. */
    String seen(Activation activation, Language language) {
        return activation.seenEndDate() == null
                ? null
                : MarkdownText.of(texts.get(
                        language,
                        "change.seen",
                        texts.date(language, activation.seenEndDate()),
                        activation.seenSeats(),
                        activation.seenDomain()));
    }
}
