package org.activationdesk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses links: after 20 unknown ones within a minute an address gets no answer for the rest of it.
 * Kept per node and in memory, as 256 bits cannot be guessed anyway; this only keeps the noise off the database.
 */
@Component
class LinkThrottle {
    private static final int MISSES = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<String, Misses> misses = new ConcurrentHashMap<>();
    private final Clock clock;

    LinkThrottle(Clock clock) {
        this.clock = clock;
    }

    boolean isExhausted(String address) {
        Misses counted = misses.get(address);
        return counted != null && counted.count() >= MISSES && counted.isRecent(clock.instant());
    }

    void countMiss(String address) {
        Instant now = clock.instant();
        if (misses.size() >= MOST_ADDRESSES) {
            misses.values().removeIf(counted -> !counted.isRecent(now));
        }
        misses.merge(address, new Misses(now, 1), (counted, one) -> counted.isRecent(now) ? counted.plusOne() : one);
    }

    private record Misses(Instant since, int count) {
        boolean isRecent(Instant now) {
            return since.plus(WINDOW).isAfter(now);
        }

        Misses plusOne() {
            return new Misses(since, count + 1);
        }
    }
}
