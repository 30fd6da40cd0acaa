package org.activationdesk.activation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.stereotype.Component;

/** Says in words what the admin center shows of a subscription. */
@Component
public class SeenWords {
    /** End date, seats and domain as the timeline keeps them; a question mark is what nobody knows. */
    private static final String SEEN = "(\\d{4}-\\d{2}-\\d{2}|\\?), (\\d+|\\?), ([^;]+)";

    private static final Pattern CHECKED = Pattern.compile(SEEN);
    private static final Pattern DIFFERENCE = Pattern.compile("\\w+, expected " + SEEN + "; seen " + SEEN);

    private final Texts texts;

    SeenWords(Texts texts) {
        this.texts = texts;
    }

    /** What was filled in, as in {@code end date 31 January 2028, seats: 25}; empty where nothing was. */
    public String of(Activation activation, Language language) {
        return words(activation.seenEndDate(), activation.seenSeats(), activation.seenDomain(), language);
    }

    /** What was not filled in yet, as in {@code the domain}; empty where nothing is missing. */
    public String missing(Activation activation, Language language) {
        return Stream.of(
                        activation.seenEndDate() == null ? "endDate" : "",
                        activation.seenSeats() == null ? "seats" : "",
                        activation.seenDomain() == null ? "domain" : "")
                .filter(part -> !part.isEmpty())
                .map(part -> texts.get(language, "seen.missing." + part))
                .collect(Collectors.joining(", "));
    }

    /** What the timeline keeps of a check or a difference as a sentence; another text as it stands. */
    public String sentence(String detail, Language language) {
        Matcher checked = CHECKED.matcher(detail);
        if (checked.matches()) {
            return texts.get(language, "seen.shown", words(checked, 1, language));
        }
        Matcher difference = DIFFERENCE.matcher(detail);
        return difference.matches()
                ? texts.get(language, "seen.difference", words(difference, 1, language), words(difference, 4, language))
                : detail;
    }

    private String words(MatchResult parts, int first, Language language) {
        return words(
                known(parts.group(first)).map(LocalDate::parse).orElse(null),
                known(parts.group(first + 1)).map(Integer::valueOf).orElse(null),
                known(parts.group(first + 2)).orElse(null),
                language);
    }

    private static Optional<String> known(String part) {
        return Optional.of(part).filter(said -> !said.equals("?") && !said.isBlank());
    }

    private String words(LocalDate endDate, Integer seats, String domain, Language language) {
        return Stream.of(
                        endDate == null ? "" : texts.get(language, "seen.endDate", endDate),
                        seats == null ? "" : texts.get(language, "seen.seats", seats),
                        domain == null ? "" : texts.get(language, "seen.domain", domain))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
