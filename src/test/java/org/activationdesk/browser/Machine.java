package org.activationdesk.browser;

import java.nio.file.Path;
import java.util.Optional;

/** Where tests run: whether it has a browser, and how it gets one. */
interface Machine {
    /** A Chromium or Chrome that is there already. */
    Optional<Path> browser();

    /** Whether Debian's package may be installed. */
    boolean mayInstall();

    /** Installs Debian's package; whether it worked shows in {@link #browser}. */
    void install();

    /** Gets the browser that Playwright was built with, which Playwright then finds by itself. */
    boolean download();
}
