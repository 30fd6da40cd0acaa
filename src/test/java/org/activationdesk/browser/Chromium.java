package org.activationdesk.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The browser of the tests: the one that is on the machine, else Debian's package where it may be installed, else the one
 * that Playwright downloads. Without any the tests fail; a walk that nobody walked must not look green.
 */
final class Chromium {
    private Chromium() {}

    static LaunchOptions on(Machine machine) {
        LaunchOptions options = new LaunchOptions().setArgs(arguments(System.getProperty("user.name")));
        executable(machine).ifPresent(options::setExecutablePath);
        return options;
    }

    /** Empty where it is Playwright's own, which needs no path. */
    static Optional<Path> executable(Machine machine) {
        Optional<Path> browser = machine.browser();
        if (browser.isEmpty() && machine.mayInstall()) {
            machine.install();
            browser = machine.browser();
        }
        if (browser.isEmpty() && !machine.download()) {
            throw new Missing();
        }
        return browser;
    }

    /** A test's browser talks to the desk only: it looks for no updates and signs in to nothing. */
    static List<String> arguments(String user) {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"));
        if ("root".equals(user)) {
            // Chromium refuses to run its sandbox as root.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    /** There is no browser, and none could be had. */
    static final class Missing extends RuntimeException {
        Missing() {
            super("The browser tests need Chromium or Chrome, and none could be installed or downloaded:"
                    + " install it (Debian, Ubuntu: apt-get install chromium) or set CHROME_BIN to its executable.");
        }
    }
}
