package org.activationdesk.productkey;

import java.util.List;

/**
 * A character that does not occur in product keys.
 *
 * @param position counted from 1, without what separates the groups
 * @param character a capital letter or a digit, or null for one of another alphabet, which may look like one of ours
 * @param likely the two characters of product keys that it is most often mistaken for; empty with {@code character} null
 */
public record Misfit(int position, String character, List<String> likely) {
    /** The group in which it stands, from 1. */
    public int group() {
        return (position - 1) / 5 + 1;
    }

    /** Its place in the group, from 1. */
    public int place() {
        return (position - 1) % 5 + 1;
    }
}
