package org.activationdesk.tryout;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The engine's clock is one for all tests of a build: each finds it at the world's time. */
final class ClockReset implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test).getBean(MovableClock.class).reset();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        beforeEach(test);
    }
}
