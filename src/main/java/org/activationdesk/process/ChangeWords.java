package org.activationdesk.process;

import java.util.stream.Collectors;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.SeenWords;
import org.activationdesk.activation.SubscriptionChange;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.problem.Problems;
import org.springframework.stereotype.Component;

/** Says in numbers what redeeming a key does to the subscription, and in words where the desk does not know a number. */
@Component
class ChangeWords {
    private final SeenWords seen;
    private final Problems problems;
    private final Texts texts;

    ChangeWords(SeenWords seen, Problems problems, Texts texts) {
        this.seen = seen;
        this.problems = problems;
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

    /** What was filled in before, and what to do about it; null where nothing was. */
    String seen(Activation activation, Language language) {
        String filledIn = seen.of(activation, language);
        if (filledIn.isEmpty()) {
            return null;
        }
        String missing = seen.missing(activation, language);
        String sentence = !missing.isEmpty()
                ? "change.seen.partly"
                : problems.open(activation.order()).isPresent() ? "change.seen" : "change.seen.early";
        return MarkdownText.of(texts.get(language, sentence, filledIn, missing));
    }
}
