package org.activationdesk.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.activationdesk.tryout.MachineSetup;

/** The machine that the build runs on. What is installed or downloaded is told in {@code target/browser.log}. */
final class ThisMachine implements Machine {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/snap/bin",
            "/opt/google/chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final File LOG = new File("target/browser.log");

    private final Map<String, String> environment;
    private final List<String> usualPlaces;
    private final MachineSetup setup;

    ThisMachine() {
        this(System.getenv(), USUAL_PLACES, System.getProperty("user.name"));
    }

    ThisMachine(Map<String, String> environment, List<String> usualPlaces, String user) {
        this.environment = environment;
        this.usualPlaces = usualPlaces;
        this.setup = new MachineSetup(LOG, user, folders());
    }

    @Override
    public Optional<Path> browser() {
        return Stream.concat(Stream.ofNullable(environment.get("CHROME_BIN")).map(Path::of), everywhere())
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst();
    }

    private Stream<Path> everywhere() {
        return Stream.concat(folders().stream(), usualPlaces.stream())
                .map(Path::of)
                .flatMap(place -> Stream.concat(NAMES.stream().map(place::resolve), Stream.of(place)));
    }

    private List<String> folders() {
        return Arrays.asList(environment.getOrDefault("PATH", "").split(File.pathSeparator));
    }

    @Override
    public boolean mayInstall() {
        return setup.mayInstall();
    }

    @Override
    public void install() {
        setup.install("chromium");
    }

    @Override
    public boolean download() {
        // A process of its own, as Playwright's command line ends the one that it runs in.
        return setup.succeeds(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
    }
}
