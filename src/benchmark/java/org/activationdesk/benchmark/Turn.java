package org.activationdesk.benchmark;

import org.activationdesk.benchmark.Postgres.Counters;

/** One measurement of one contestant, from inside and from the database. */
record Turn(Contender contender, int clients, Measurement inside, Counters database) {
    double perSecond() {
        return inside.activations() / inside.seconds();
    }

    /** For each activation. */
    double each(double total) {
        return total / Math.max(1, inside.activations());
    }
}
