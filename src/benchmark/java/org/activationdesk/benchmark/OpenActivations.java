package org.activationdesk.benchmark;

import java.util.List;
import java.util.Map;

/** Fills a desk's database with open activations. */
final class OpenActivations {
    private static final String SERIES = "select i from generate_series(%d, %d) i where %s";
    /** Half of what is open waits for administrators, most of the rest for partners, some for managers. */
    private static final Map<Sample, String> WHICH = Map.of(
            Sample.ADMINISTRATOR, "i % 2 = 1",
            Sample.PARTNER, "i % 2 = 0 and i % 20 <> 0",
            Sample.MANAGERS, "i % 20 = 0");

    /** They have come one every twenty seconds. */
    private static final String AGE = "(i - %d) * interval '20 seconds'";

    private final Desk desk;
    private final int before;
    private int filled;

    /** @param before the number of the copy before the first, see {@link #after} */
    OpenActivations(Desk desk, int before) {
        this.desk = desk;
        this.before = before;
        desk.database().sql("""
                        insert into account (id, tenant_id, object_id, name, username, last_signed_in)
                        select lpad(i::text, 64, '0'), gen_random_uuid(), lpad(i::text, 32, '0'), 'Administrator ' || i,
                               'a' || i || '@customer.example', now()
                        from generate_series(0, ?) i on conflict do nothing
                        """).param(Sample.ADMINISTRATORS - 1).update();
    }

    /** A number after which the copies begin with the same partners and administrators as after none. */
    static int after(int copies) {
        int cycle = 2 * Sample.ADMINISTRATORS * Sample.PARTNERS / 100;
        return (copies / cycle + 1) * cycle;
    }

    void fillUpTo(int size) {
        Filling.fill(
                desk.url(),
                List.copyOf(WHICH.keySet()),
                (sample, copies) -> copies.make(
                        SERIES.formatted(before + filled + 1, before + size, WHICH.get(sample)),
                        AGE.formatted(before)));
        filled = size;
    }
}
