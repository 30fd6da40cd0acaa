package org.activationdesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.activationdesk.tryout.Patience;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each person of a test a browser context of their own in the one browser of the build. What their pages showed, and
 * what their browsers complained of, when a test failed is kept in {@code target/screenshots/failed}.
 */
final class Browsers implements BeforeEachCallback, AfterEachCallback {
    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<Person> people = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Browser browser;

    @Override
    public void beforeEach(ExtensionContext test) {
        // In the store of the whole build: it is closed after the last test, on the thread that made it.
        browser = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(Browsers.class))
                .getOrComputeIfAbsent(Running.class)
                .browser;
    }

    /** Somebody with this account, whose browser speaks their language. */
    Person person(Account account) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(account.language().equals("nl") ? "nl-NL" : "en-GB")
                .setTimezoneId("Europe/Amsterdam")
                .setViewportSize(1280, 1000));
        listen(context);
        Person person = new Person(account, context);
        people.add(person);
        return person;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        String name = test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
        test.getExecutionException().ifPresent(failure -> keepTraces(SCREENSHOTS.resolve("failed"), name));
        people.forEach(Person::leave);
        people.clear();
        complaints.clear();
    }

    private void keepTraces(Path folder, String name) {
        people.forEach(person ->
                person.screenshot(folder.resolve(name + "-" + person.account().username() + ".png")));
        try {
            Files.write(folder.resolve(name + ".txt"), complaints);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void listen(BrowserContext context) {
        context.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequestFailed(request -> complaints.add(request.failure() + " " + request.url()));
        context.onResponse(response -> {
            if (response.status() >= HttpURLConnection.HTTP_BAD_REQUEST) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    /** Playwright and its browser, once per build. */
    private static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Playwright playwright;
        private final Browser browser;

        // Called by the store.
        Running() {
            var options = Chromium.on(new ThisMachine());
            playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of(
                            // Chromium sees to the browser; Playwright would get three.
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(options);
            PlaywrightAssertions.setDefaultAssertionTimeout(Patience.LONG.toMillis());
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
