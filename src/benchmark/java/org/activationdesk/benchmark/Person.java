package org.activationdesk.benchmark;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.Groups;
import org.activationdesk.signin.Standing;

/**
 * Somebody who works in Tasklist.
 *
 * @param role as the reports name it
 * @param list the name of their list in Tasklist
 * @param sample whose copies they hold
 */
record Person(String role, String account, Set<String> groups, String list, Sample sample) {
    static final List<Person> ALL = List.of(
            new Person(
                    "administrator",
                    "0".repeat(64),
                    Set.of(Groups.ONLINE_ADMINISTRATORS),
                    "My tasks / Mijn taken",
                    Sample.ADMINISTRATOR),
            partner(1),
            partner(10),
            partner(50),
            new Person(
                    "manager",
                    "%064d".formatted(9),
                    Set.of(Groups.MANAGERS),
                    "For the managers / Voor de managers",
                    Sample.MANAGERS));

    private static Person partner(int groups) {
        return new Person(
                "partner in " + groups + (groups == 1 ? " group" : " groups"),
                "%062d".formatted(groups) + "ab",
                Stream.concat(
                                Stream.of(Groups.PARTNERS),
                                IntStream.range(0, groups).mapToObj(number -> Groups.ofPartner("p" + number)))
                        .collect(Collectors.toSet()),
                "Our customers / Onze klanten",
                Sample.PARTNER);
    }

    /** The same; an administrator is that of this agreement of lists.sql. */
    Person holding(int agreement) {
        return sample == Sample.ADMINISTRATOR ? new Person(role, "%064d".formatted(agreement), groups, list, sample) : this;
    }

    static Account account(String id, Set<String> groups) {
        return new Account(
                id,
                // That of partner p0 for partners.
                new UUID(groups.contains(Groups.PARTNERS) ? 0x30000000_0000_4000L : 0x60000000_0000_4000L, 0x8000_0000_0000_0000L),
                id.substring(32),
                "Grace Holloway",
                "grace@" + "p0.example",
                "p0.example",
                true,
                Standing.MEMBER,
                groups);
    }
}
