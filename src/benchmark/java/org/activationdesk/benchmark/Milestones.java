package org.activationdesk.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What jobs have reached, known to the clients once it is committed; asking the database would count as work. */
final class Milestones {
    static final String INVITED = "invited";
    static final String ENDED = "ended";
    private static final int PATIENCE = 60;

    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final ThreadLocal<List<String>> uncommitted = ThreadLocal.withInitial(ArrayList::new);

    /** This thread has reached it, and will commit. */
    void reached(String order, String milestone) {
        uncommitted.get().add(order + milestone);
    }

    void committed() {
        List<String> reached = uncommitted.get();
        if (!reached.isEmpty()) {
            reached.forEach(milestone -> future(milestone).complete(null));
            reached.clear();
        }
    }

    void undone() {
        uncommitted.get().clear();
    }

    void await(Order order, String milestone) {
        String key = order.number() + milestone;
        try {
            future(key).get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException never) {
            throw new IllegalStateException(order + " is not " + milestone, never);
        } finally {
            awaited.remove(key);
        }
    }

    private CompletableFuture<Void> future(String key) {
        return awaited.computeIfAbsent(key, unknown -> new CompletableFuture<>());
    }
}
