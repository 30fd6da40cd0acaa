package org.activationdesk.activation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.activationdesk.language.CountInput;
import org.activationdesk.language.DateInput;
import org.activationdesk.language.InvisibleCharacters;

/**
 * What somebody filled in on a form, as it arrived: nothing in it has been checked, because the checks of a form run in the
 * browser only. Each method throws {@link AnswerRefused} where the answer cannot be taken.
 *
 * @param who the account that answered
 */
public record Answer(String who, Map<String, Object> fields) {
    private static final int LONGEST_VALUE = 40;

    /** Refuses fields that the form does not have. */
    public void hasOnly(String... known) {
        for (String field : fields.keySet()) {
            if (!Set.of(known).contains(field)) {
                throw new AnswerRefused("unknown-field", field.length() > 40 ? field.substring(0, 40) : field);
            }
        }
    }

    /** One of the values that a field can have. */
    public String choice(String field, String refusal, String... values) {
        Object value = fields.get(field);
        if (value instanceof String text && List.of(values).contains(text)) {
            return text;
        }
        throw new AnswerRefused(refusal);
    }

    /** A text of at most {@code longest} characters; empty where nothing was filled in. */
    public String text(String field, int longest) {
        Object value = fields.get(field);
        String text = value instanceof String given
                ? InvisibleCharacters.removedFrom(given).strip()
                : "";
        if (text.length() > longest) {
            throw new AnswerRefused("too-long", field, String.valueOf(longest));
        }
        return text;
    }

    public String required(String field, int longest, String refusal) {
        String text = text(field, longest);
        if (text.isEmpty()) {
            throw new AnswerRefused(refusal);
        }
        return text;
    }

    /** A whole number from 1 to {@code most}, as {@link CountInput} reads it; empty where nothing was filled in. */
    public OptionalInt count(String field, int most, String refusal) {
        String typed = typed(field);
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt count = CountInput.read(typed);
        if (count.isEmpty() || count.getAsInt() > most) {
            throw new AnswerRefused(refusal, typed, most);
        }
        return count;
    }

    /** A day between 2000 and 2100, as {@link DateInput} reads it; empty where nothing was filled in. */
    public Optional<LocalDate> date(String field, String refusal) {
        String typed = typed(field);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DateInput.read(typed).orElseThrow(() -> new AnswerRefused(refusal, typed)));
    }

    /** Forms of older versions send numbers as such. */
    private String typed(String field) {
        return fields.get(field) instanceof Number number ? number.toString() : text(field, LONGEST_VALUE);
    }

    public void confirmed(String field, String refusal) {
        if (!Boolean.TRUE.equals(fields.get(field))) {
            throw new AnswerRefused(refusal);
        }
    }
}
