package org.activationdesk.tryout;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long any test waits for what has to happen. Waiting costs nothing where it succeeds, so there is one patience for all, and it
 * suits a machine that is many times slower. JUnit finds this class by itself and gives it to every {@code await()}.
 */
public final class Patience implements BeforeAllCallback {
    public static final Duration LONG = Duration.ofMinutes(2);

    @Override
    public void beforeAll(ExtensionContext test) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
