package org.activationdesk.benchmark;

import java.util.Map;

/**
 * What a contestant has done in one measurement, as its own process sees it.
 *
 * @param roundTrips executed statements and batches of statements
 * @param commits transactions that wrote something
 * @param cpuSeconds of the process
 * @param peakHeap bytes
 * @param steps milliseconds of each step, by its name
 */
record Measurement(
        long activations,
        double seconds,
        long roundTrips,
        long commits,
        double cpuSeconds,
        long peakHeap,
        Map<String, Percentiles> steps) {

    record Percentiles(double p50, double p99) {}
}
