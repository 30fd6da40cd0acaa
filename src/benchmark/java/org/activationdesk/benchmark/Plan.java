package org.activationdesk.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds how often everything is measured; contestants take turns in each
 * @param seconds that each measurement takes
 * @param warmUp seconds before the first round
 * @param contenders all of them, or those that are named
 */
record Plan(int rounds, int seconds, int warmUp, List<Contender> contenders) {
    static final List<Integer> CLIENTS = List.of(1, 4, 16);

    /** As {@code 4,4,50} or {@code 1,2,2,desk,floor}. */
    static Plan of(String text) {
        String[] words = text.split(",");
        List<Contender> named = Arrays.stream(words).skip(3).map(Contender::of).toList();
        return new Plan(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                named.isEmpty() ? List.of(Contender.values()) : named);
    }

    @Override
    public String toString() {
        return "%d rounds of %d s after %d s of warming up".formatted(rounds, seconds, warmUp);
    }
}
