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
import java.util.regex.Pattern;

/** Reads fields of one JSON object and collects what is wrong with them, where a mapper would stop at the first. */
class DocumentReader {
    /** Controls, line separators and the marks that turn writing around: none belongs in a name, all can forge a mail. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

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
        return UNSEEN.matcher(text).find()
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

    int count(String field, int most) {
        JsonNode node = object.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1 || node.intValue() > most) {
            problem(field, isAbsent(field) ? "is missing" : "must be a whole number from 1 to " + most);
            return 0;
        }
        return node.intValue();
    }

    Integer optionalCount(String field, int most) {
        return isAbsent(field) ? null : Integer.valueOf(count(field, most));
    }

    BigDecimal optionalAmount(String field) {
        if (isAbsent(field)) {
            return null;
        }
        JsonNode node = object.get(field);
        BigDecimal amount = node.isNumber() ? node.decimalValue() : BigDecimal.ONE.negate();
        if (amount.signum() < 0 || amount.scale() > 2 || amount.precision() - amount.scale() > 12) {
            return problem(field, "must be a number from 0 with at most two decimals");
        }
        return amount.stripTrailingZeros();
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
        return UNSEEN.matcher(name.substring(0, Math.min(name.length(), 40))).replaceAll("?");
    }
}
