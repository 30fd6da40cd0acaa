package org.activationdesk.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a number of clients got done, each of which makes one call after the other until the time is up.
 *
 * @param milliseconds of each call
 */
record Repeated(double seconds, double[] milliseconds) {
    static Repeated of(int clients, int seconds, Runnable call) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long deadline = start + seconds * 1_000_000_000L;
        Callable<List<Double>> client = () -> {
            List<Double> calls = new ArrayList<>();
            while (System.nanoTime() - deadline < 0) {
                long before = System.nanoTime();
                call.run();
                calls.add((System.nanoTime() - before) / 1e6);
            }
            return calls;
        };
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> one : threads.invokeAll(Collections.nCopies(clients, client))) {
                all.addAll(one.get());
            }
            return new Repeated(
                    (System.nanoTime() - start) / 1e9,
                    all.stream().mapToDouble(Double::doubleValue).toArray());
        } finally {
            threads.shutdownNow();
        }
    }

    int calls() {
        return milliseconds.length;
    }

    double perSecond() {
        return calls() / seconds;
    }
}
