package org.activationdesk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses links: of more than 20 unknown ones within a minute an address is only told that they are too
 * many. A link that is known always opens, as several people may share an address. Kept per node and in memory, for 10,000
 * addresses at most; 256 bits cannot be guessed anyway.
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

    /** Counts a link that was asked for and does not exist. */
    boolean isMissTooMany(String address) {
        Instant now = clock.instant();
        if (misses.size() >= MOST_ADDRESSES) {
            misses.values().removeIf(counted -> !counted.isRecent(now));
        }
        if (misses.size() >= MOST_ADDRESSES && !misses.containsKey(address)) {
            return true;
        }
        return misses.merge(
                                address,
                                new Misses(now, 1),
                                (counted, one) -> counted.isRecent(now) ? counted.plusOne() : one)
                        .count()
                > MISSES;
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
