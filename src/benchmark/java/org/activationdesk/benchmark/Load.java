package org.activationdesk.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.activationdesk.benchmark.Measurement.Percentiles;

/** A number of clients, each of which takes one order after the other all the way until the time is up. */
final class Load {
    private static final List<String> STEPS = List.of("purchase", "invitation", "sign-in", "accept", "renew", "confirm");
    private static final double NANOS = 1e9;

    private final String run = Long.toString(System.nanoTime() & 0xFFFFFFFL, Character.MAX_RADIX);
    private final AtomicLong orders = new AtomicLong();
    private final Contestant contestant;
    private final Milestones milestones;
    private final LongAdder executions;
    private final LongAdder commits;

    Load(Contestant contestant, Milestones milestones, LongAdder executions, LongAdder commits) {
        this.contestant = contestant;
        this.milestones = milestones;
        this.executions = executions;
        this.commits = commits;
    }

    Measurement measure(int clients, int seconds) throws InterruptedException, ExecutionException {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        executions.reset();
        commits.reset();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        List<long[]> done = run(clients, start + seconds * 1_000_000_000L);
        double elapsed = (System.nanoTime() - start) / NANOS;
        return new Measurement(
                done.size(),
                elapsed,
                executions.sum(),
                commits.sum(),
                (cpuNanos() - cpu) / NANOS,
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum(),
                steps(done));
    }

    private List<long[]> run(int clients, long deadline) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            Callable<List<long[]>> client = () -> client(deadline);
            List<Future<List<long[]>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(client));
            }
            List<long[]> done = new ArrayList<>();
            for (Future<List<long[]>> one : all) {
                done.addAll(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<long[]> client(long deadline) {
        List<long[]> done = new ArrayList<>();
        while (System.nanoTime() - deadline < 0) {
            done.add(all(Order.of(run, orders.incrementAndGet())));
        }
        return done;
    }

    private long[] all(Order order) {
        List<Runnable> steps = List.of(
                () -> contestant.takePurchaseIn(order),
                () -> milestones.await(order, Milestones.INVITED),
                () -> contestant.signIn(order),
                () -> contestant.accept(order),
                () -> contestant.renew(order),
                () -> milestones.await(order, Milestones.ENDED));
        return steps.stream()
                .mapToLong(step -> {
                    long start = System.nanoTime();
                    step.run();
                    return System.nanoTime() - start;
                })
                .toArray();
    }

    private static Map<String, Percentiles> steps(List<long[]> done) {
        Map<String, Percentiles> steps = new LinkedHashMap<>();
        for (int i = 0; i < STEPS.size(); i++) {
            int step = i;
            long[] sorted = done.stream().mapToLong(nanos -> nanos[step]).sorted().toArray();
            steps.put(STEPS.get(i), new Percentiles(percentile(sorted, 50), percentile(sorted, 99)));
        }
        return steps;
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
