package org.activationdesk.benchmark;

import java.util.UUID;

/** One purchase that goes all the way; everybody gets the same ones. */
record Order(String number, int customer) {
    private static final int CUSTOMERS = 1000;

    static Order of(String run, long sequence) {
        return new Order("%s-%07d".formatted(run, sequence), (int) (sequence % CUSTOMERS));
    }

    String organisation() {
        return "Organisation " + customer;
    }

    String email() {
        return "admin@" + domain();
    }

    String domain() {
        return "organisation-" + customer + ".example";
    }

    /** The customer's tenant. */
    UUID tenant() {
        return new UUID(0x50000000_0000_4000L, 0x8000_0000_0000_0000L | customer);
    }

    /** Somebody for each order, as who has thousands of tasks would be no ordinary administrator. */
    String account() {
        return "%s%32s".formatted(tenant().toString().replace("-", ""), hex()).replace(' ', '0');
    }

    private String hex() {
        return UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
