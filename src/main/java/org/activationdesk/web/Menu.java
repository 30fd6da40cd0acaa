package org.activationdesk.web;

import static org.activationdesk.signin.Groups.ENGINEERS;
import static org.activationdesk.signin.Groups.MANAGERS;
import static org.activationdesk.signin.Groups.ONLINE_ADMINISTRATORS;
import static org.activationdesk.signin.Groups.PARTNERS;

import java.util.List;
import java.util.stream.Stream;
import org.activationdesk.signin.Account;

/**
 * What stands on top of each page for whoever is signed in; beside it there is always a way out.
 *
 * @param reader the name of who is signed in
 * @param address of the page on which it stands
 */
record Menu(String reader, List<Place> places, String address) {
    /** Where people go. The first one that somebody may open is where their start page leads. */
    enum Place {
        ADMIN("/camunda/app/admin/default/", ENGINEERS),
        TASKS("/camunda/app/tasklist/default/", ONLINE_ADMINISTRATORS, PARTNERS, MANAGERS),
        ORDERS("/orders", ONLINE_ADMINISTRATORS, PARTNERS, MANAGERS),
        AGREEMENTS("/agreements", PARTNERS, MANAGERS),
        COCKPIT("/camunda/app/cockpit/default/", MANAGERS, ENGINEERS);

        private final String address;
        private final List<String> groups;

        Place(String address, String... groups) {
            this.address = address;
            this.groups = List.of(groups);
        }

        public String address() {
            return address;
        }

        private boolean isFor(Account account) {
            return groups.stream().anyMatch(account::in);
        }
    }

    /** A personal account has a name and nowhere to go. */
    static Menu of(Account account, String address) {
        return new Menu(
                account.name(),
                Stream.of(Place.values()).filter(place -> place.isFor(account)).toList(),
                address);
    }
}
