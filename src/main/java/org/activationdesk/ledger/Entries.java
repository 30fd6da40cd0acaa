package org.activationdesk.ledger;

import java.util.Map;
import java.util.Set;

/** What waits to be written of one kind: all of it becomes one part of a statement. */
public interface Entries {
    /** The parts of a {@code with} query that write it. No two kinds may have a name in common, nor those of their values. */
    String parts();

    /** The values of the parts and of the question, by their names. */
    Map<String, Object> values();

    /** An array of texts that the same statement finds, in SQL; what is written here cannot be seen by it yet. */
    default String question() {
        return "null::text[]";
    }

    /** It has been written, and this is the answer. */
    default void written(Set<String> answer) {}
}
