package org.activationdesk.bounce;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often something became of each message that is there. In memory: a desk that starts again tries anew. */
class Attempts {
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    /** Counts one more and tells how many there are now. */
    int add(String message) {
        return counted.merge(message, 1, Integer::sum);
    }

    int of(String message) {
        return counted.getOrDefault(message, 0);
    }

    void keepOnly(Collection<String> messages) {
        counted.keySet().retainAll(messages);
    }
}
