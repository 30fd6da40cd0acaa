package org.activationdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which browser is taken, on machines that are made up: nothing is installed here. */
class ChromiumTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path folder;

    @Test
    void a_browser_that_is_there_is_taken_and_nothing_is_installed() {
        Invented machine = new Invented(Optional.of(CHROMIUM), true, true, true);
        assertThat(Chromium.executable(machine)).contains(CHROMIUM);
        assertThat(machine.did).isEmpty();
    }

    @Test
    void without_one_debians_package_is_installed_where_that_is_allowed() {
        Invented machine = new Invented(Optional.empty(), true, true, true);
        assertThat(Chromium.executable(machine)).contains(CHROMIUM);
        assertThat(machine.did).containsExactly("install");
    }

    @Test
    void where_nothing_may_be_installed_playwright_brings_its_own() {
        Invented machine = new Invented(Optional.empty(), false, true, true);
        assertThat(Chromium.executable(machine)).isEmpty();
        assertThat(machine.did).containsExactly("download");
    }

    @Test
    void where_installing_fails_playwright_brings_its_own() {
        Invented machine = new Invented(Optional.empty(), true, false, true);
        assertThat(Chromium.executable(machine)).isEmpty();
        assertThat(machine.did).containsExactly("install", "download");
    }

    @Test
    void without_any_one_line_says_what_to_install() {
        Invented machine = new Invented(Optional.empty(), true, false, false);
        assertThatThrownBy(() -> Chromium.executable(machine))
                .isInstanceOf(Chromium.Missing.class)
                .hasMessageContaining("apt-get install chromium")
                .hasMessageContaining("CHROME_BIN")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void the_sandbox_is_off_for_root_only() {
        assertThat(Chromium.arguments("root")).contains("--no-sandbox", "--disable-background-networking");
        assertThat(Chromium.arguments("anna")).doesNotContain("--no-sandbox");
    }

    @Test
    void a_browser_is_found_by_its_variable_on_the_path_and_at_usual_places() throws IOException {
        Path named = program("my-browser");
        Path onPath = program("bin/chromium-browser");
        Path usual = program("opt/google-chrome");
        Path bin = onPath.getParent();
        List<String> places = List.of(usual.getParent().toString());

        assertThat(browser(Map.of("CHROME_BIN", named.toString(), "PATH", bin.toString()), places))
                .contains(named);
        assertThat(browser(Map.of("CHROME_BIN", folder + "/none", "PATH", bin.toString()), places))
                .contains(onPath);
        assertThat(browser(Map.of("PATH", folder.toString()), places)).contains(usual);
        assertThat(browser(Map.of(), List.of(usual.toString()))).contains(usual);
        assertThat(browser(Map.of(), List.of())).isEmpty();
    }

    @Test
    void debians_package_needs_root_and_apt() throws IOException {
        Map<String, String> path =
                Map.of("PATH", program("sbin/apt-get").getParent().toString());
        assertThat(new ThisMachine(path, List.of(), "root").mayInstall()).isTrue();
        assertThat(new ThisMachine(path, List.of(), "anna").mayInstall()).isFalse();
        assertThat(new ThisMachine(Map.of("PATH", folder.toString()), List.of(), "root").mayInstall())
                .isFalse();
    }

    private static Optional<Path> browser(Map<String, String> environment, List<String> places) {
        return new ThisMachine(environment, places, "anna").browser();
    }

    private Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private static final class Invented implements Machine {
        private final List<String> did = new ArrayList<>();
        private final boolean mayInstall;
        private final boolean installWorks;
        private final boolean downloadWorks;
        private Optional<Path> browser;

        Invented(Optional<Path> browser, boolean mayInstall, boolean installWorks, boolean downloadWorks) {
            this.browser = browser;
            this.mayInstall = mayInstall;
            this.installWorks = installWorks;
            this.downloadWorks = downloadWorks;
        }

        @Override
        public Optional<Path> browser() {
            return browser;
        }

        @Override
        public boolean mayInstall() {
            return mayInstall;
        }

        @Override
        public void install() {
            did.add("install");
            browser = Optional.of(CHROMIUM).filter(chromium -> installWorks);
        }

        @Override
        public boolean download() {
            did.add("download");
            return downloadWorks;
        }
    }
}
