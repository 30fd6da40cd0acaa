package org.activationdesk.purchase;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.activationdesk.language.InvisibleCharacters;

/** Reads fields of one JSON object and collects what is wrong with them, where a mapper would stop at the first. */
class DocumentReader {
    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.TEN.pow(12);
    private static final int LATEST_YEAR = 2100;

    private final JsonNode object;
    private final String path;
    private final List<FieldProblem> problems;

    DocumentReader(JsonNode object, String path, List<FieldProblem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    void onlyFields(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problem(shortened(name), "is not a field of a purchase; leave it out");
            }
        });
    }

    String text(String field, int longest) {
        return given(field, "is missing", () -> optionalText(field, longest));
    }

    String optionalText(String field, int longest) {
        if (isAbsent(field)) {
            return null;
        }
        JsonNode node = object.get(field);
        String text = node.isTextual()
                ? Normalizer.normalize(node.textValue(), Normalizer.Form.NFC).strip()
                : "";
        if (text.isEmpty()) {
            return problem(field, "must be a text that is not empty");
        }
        if (text.length() > longest) {
            return problem(field, "is longer than " + longest + " characters");
        }
        return InvisibleCharacters.inLine(text)
                ? problem(field, "holds line breaks or invisible characters; take them out")
                : text;
    }

    <T> T value(String field, Function<String, Optional<T>> parser, String problem) {
        return given(field, "is missing", () -> optionalValue(field, parser, problem));
    }

    <T> T optionalValue(String field, Function<String, Optional<T>> parser, String problem) {
        int before = problems.size();
        String text = optionalText(field, 254);
        if (text == null || problems.size() > before) {
            return null;
        }
        return parser.apply(text).orElseGet(() -> problem(field, problem));
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) {
        return value(
                field,
                text -> List.of(type.getEnumConstants()).stream()
                        .filter(constant -> constant.name().equals(text))
                        .findFirst(),
                "must be one of " + List.of(type.getEnumConstants()));
    }

    LocalDate date(String field) {
        return given(field, "is missing", () -> optionalDate(field));
    }

    LocalDate optionalDate(String field) {
        return optionalValue(field, DocumentReader::parseDate, "must be a date as 2026-11-22, between 2000 and 2100");
    }

    private static Optional<LocalDate> parseDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.getYear() >= 2000 && date.getYear() <= LATEST_YEAR);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** A whole number from 1 to {@code most}, however it is written: 25 and 25.0 are the same. */
    int count(String field, int most) {
        if (isAbsent(field)) {
            problem(field, "is missing");
            return 0;
        }
        BigDecimal count = number(field);
        if (count.signum() < 1 || count.compareTo(BigDecimal.valueOf(most)) > 0 || decimals(count) > 0) {
            problem(field, "must be a whole number from 1 to " + most);
            return 0;
        }
        return count.intValueExact();
    }

    Integer optionalCount(String field, int most) {
        return isAbsent(field) ? null : Integer.valueOf(count(field, most));
    }

    BigDecimal optionalAmount(String field) {
        if (isAbsent(field)) {
            return null;
        }
        BigDecimal amount = number(field);
        if (amount.signum() < 0 || amount.compareTo(LARGEST_AMOUNT) >= 0 || decimals(amount) > 2) {
            return problem(field, "must be a number from 0 with at most two decimals");
        }
        return amount.stripTrailingZeros();
    }

    /** Less than nothing where no number stands there, or one beyond all bounds, as 1e400. */
    private BigDecimal number(String field) {
        JsonNode node = object.get(field);
        return node.isNumber() && Double.isFinite(node.doubleValue()) ? node.decimalValue() : BigDecimal.ONE.negate();
    }

    private static int decimals(BigDecimal number) {
        return number.stripTrailingZeros().scale();
    }

    /** The object in a field, or an empty one: its own fields then say what is missing. */
    DocumentReader object(String field) {
        JsonNode node = object.path(field);
        if (!node.isObject() && !isAbsent(field)) {
            problem(field, "must be an object");
        }
        return new DocumentReader(node, path + field + ".", problems);
    }

    List<DocumentReader> objects(String field, int most) {
        JsonNode node = object.path(field);
        if (isAbsent(field)) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            problem(field, "must be a list of at most " + most + " objects");
            return List.of();
        }
        List<DocumentReader> readers = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            readers.add(new DocumentReader(node.get(i), path + field + "[" + i + "].", problems));
        }
        return readers;
    }

    <T> T problem(String field, String problem) {
        problems.add(new FieldProblem(path + field, problem));
        return null;
    }

    private <T> T given(String field, String problem, Supplier<T> reading) {
        return isAbsent(field) ? problem(field, problem) : reading.get();
    }

    private boolean isAbsent(String field) {
        return object.path(field).isMissingNode() || object.path(field).isNull();
    }

    private static String shortened(String name) {
        return InvisibleCharacters.shownIn(name.substring(0, Math.min(name.length(), 40)));
    }
}
