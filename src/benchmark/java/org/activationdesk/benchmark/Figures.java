package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;

/** Numbers as the reports show them. */
final class Figures {
    private Figures() {}

    /** @param part 0 is the least, 1 the greatest, 0.5 the median */
    static double quantile(double[] values, double part) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double place = part * (sorted.length - 1);
        return rounded((sorted[(int) Math.floor(place)] + sorted[(int) Math.ceil(place)]) / 2);
    }

    /** Four digits are more than a repetition would confirm. */
    static double rounded(double figure) {
        double scale = Math.pow(10, Math.max(0, 4 - Math.ceil(Math.log10(Math.abs(figure) + 1e-9))));
        return Math.round(figure * scale) / scale;
    }

    /** For the page: two digits or three. */
    static String number(JsonNode figure, double scale) {
        double value = figure.asDouble() * scale;
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
    }
}
