package org.activationdesk.productkey;

import java.time.Instant;

/** All that is kept of a product key for people to see. */
public record EnteredKey(String lastFive, Instant enteredAt) {}
