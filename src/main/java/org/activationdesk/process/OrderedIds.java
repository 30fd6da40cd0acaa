package org.activationdesk.process;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/**
 * Ids of the engine's rows: 11 characters that count up with the time, and 8 that no other desk has. The engine's own, UUIDs
 * of 36 characters whose fastest part comes first, put each row into another corner of every index; and a row of the history
 * has six of them.
 */
@Component
class OrderedIds implements IdGenerator {
    /** Digits and small letters are in the order of their numbers wherever text is sorted. */
    private static final int RADIX = 32;

    private static final int RANDOM_BITS = 40;
    /** Of the 4096 ids in each millisecond; whoever needs more runs ahead. */
    private static final int COUNTER_BITS = 12;

    private final AtomicLong last = new AtomicLong();
    private final Clock clock;
    private final String desk;

    OrderedIds(Clock clock) {
        this.clock = clock;
        // One bit more keeps the length, and goes.
        this.desk = new BigInteger(RANDOM_BITS, new SecureRandom())
                .setBit(RANDOM_BITS)
                .toString(RADIX)
                .substring(1);
    }

    @Override
    public String getNextId() {
        long next = last.updateAndGet(before -> Math.max(before + 1, clock.millis() << COUNTER_BITS));
        return Long.toString(next, RADIX) + desk;
    }
}
