package org.activationdesk.bounce;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each message could not be taken in. In memory: a desk that starts again tries anew. */
class Attempts {
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    /** Counts one more and tells whether these were enough. */
    boolean areEnough(String message, int enough) {
        if (counted.merge(message, 1, Integer::sum) < enough) {
            return false;
        }
        counted.remove(message);
        return true;
    }
}
