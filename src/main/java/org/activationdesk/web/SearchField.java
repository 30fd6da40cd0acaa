package org.activationdesk.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody typed to search for; it stands in the address, where anything may stand. */
final class SearchField {
    /** Each word is a search of its own. */
    private static final int MOST_WORDS = 8;

    private SearchField() {}

    /** The words of it, without what no text of the desk can hold. */
    static String words(String typed) {
        return Stream.of(typed.split("[\\p{Cntrl}\\s]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" "));
    }
}
