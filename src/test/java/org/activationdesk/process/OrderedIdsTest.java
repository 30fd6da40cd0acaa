package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine's ids. */
class OrderedIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void more_ids_than_a_millisecond_has_are_different_and_in_order() {
        List<String> ids = ids(NOW, 10_000);
        assertThat(ids).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void later_ids_come_later_for_centuries_and_all_have_one_length() {
        List<String> ids = Stream.of("2026-11-22T10:00:00Z", "2026-11-22T10:00:00.001Z", "2099-01-01T00:00:00Z")
                .map(time -> ids(Instant.parse(time), 1).get(0))
                .toList();
        assertThat(ids).isSorted().allMatch(id -> id.matches("[0-9a-v]{19}"));
    }

    @Test
    void desks_that_make_ids_at_the_same_moment_make_different_ones() {
        assertThat(ids(NOW, 1)).doesNotContainAnyElementsOf(ids(NOW, 1));
    }

    private static List<String> ids(Instant now, int number) {
        OrderedIds ids = new OrderedIds(Clock.fixed(now, ZoneOffset.UTC));
        return Stream.generate(ids::getNextId).limit(number).toList();
    }
}
