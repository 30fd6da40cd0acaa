package org.activationdesk.followup;

import java.util.ArrayList;
import java.util.List;
import org.activationdesk.followup.Turn.Person;

/** The one mail that a person gets today, about everything that waits for that person. */
record Reminder(Person person, List<Item> items) {
    /** What one mail can hold and somebody reads; the longest waits come first, and the others follow tomorrow. */
    private static final int MOST = 25;

    Reminder(Person person) {
        this(person, new ArrayList<>());
    }

    void add(Turn turn, boolean withDiagnosis) {
        if (items.size() < MOST) {
            items.add(new Item(turn, withDiagnosis));
        }
    }

    boolean withDiagnosis() {
        return items.stream().anyMatch(Item::withDiagnosis);
    }

    record Item(Turn turn, boolean withDiagnosis) {}
}
