package org.activationdesk.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a desk's database with open activations. */
final class OpenActivations {
    private static final String SERIES = "select i from generate_series(%d, %d) i where %s";
    /** Half of what is open waits for administrators, most of the rest for partners, some for managers. */
    private static final String WITH_ADMINISTRATOR = "i % 2 = 1";

    private static final String WITH_MANAGERS = "i % 20 = 0";
    private static final String WITH_PARTNER = "i % 2 = 0 and i % 20 <> 0";
    /** They have come one every twenty seconds. */
    private static final String AGE = "(i - %d) * interval '20 seconds'";

    private final JdbcClient database;
    private final int before;
    private int filled;

    /** @param before the number of the copy before the first, see {@link #after} */
    OpenActivations(JdbcClient database, int before) {
        this.database = database;
        this.before = before;
        database.sql("""
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
        long start = System.nanoTime();
        make(Sample.ADMINISTRATOR, size, WITH_ADMINISTRATOR);
        make(Sample.MANAGERS, size, WITH_MANAGERS);
        make(Sample.PARTNER, size, WITH_PARTNER);
        database.sql("vacuum analyze").update();
        filled = size;
        Benchmark.say("%d open activations after %d s", size, (System.nanoTime() - start) / 1_000_000_000);
    }

    private void make(Sample sample, int size, String which) {
        new Copies(database, sample).make(SERIES.formatted(before + filled + 1, before + size, which), AGE.formatted(before));
    }
}
