package org.activationdesk.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk lays over Camunda's web apps fits the web apps that are on the classpath. */
class WebAppsTest {

    private static final String ROOT = "META-INF/resources/webjars/camunda/";
    private static final String WEBJAR = "camunda-webapp-webjar";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Fails after an upgrade of the web apps: compare the file that is new in the webjar with the desk's own, change what
     * has to change, and note the new checksum here. For lib/deps.js that is form-js with its texts: see form-messages.js.
     */
    @ParameterizedTest
    @CsvSource({
        "app/tasklist/scripts/config.js, 0f9db1960ecd9683bfa73889fcc0dd0a1bd027fb279b0513ac20384a2b615332",
        "app/cockpit/scripts/config.js, c91825fb6de24abb4ab1d890e0d5d24976dc102123c538886d7b07a9fcf88f95",
        "app/admin/scripts/config.js, 6df57616f5eb6c60671773fef52c6f9031f6a72cdab5e36fa3503e83abe12ee2",
        "app/welcome/scripts/config.js, 14e0f40cecd46636c8a73baa0e5f18f770ed84e9cd8d981fa9dd4cc170004aef",
        "app/tasklist/locales/en.json, 77aa4bda44df6b6e0f109af8ef96b1f0d81e409f537e9f18dc47ae01e6f68e9a",
        "lib/deps.js, 8acb9cebebe8f4b75a1dd5ec925add330ccf7c1b56fd8aa7aa28aec3d4e26b23",
    })
    void theWebJarHoldsWhatTheDeskWasComparedWith(String path, String checksum) throws Exception {
        assertThat(sha256(shipped(path))).as(path).isEqualTo(checksum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyWebAppHasTheDesksSettingsLooksAndScripts(String app) throws IOException {
        String config = text(own("app/" + app + "/scripts/config.js"));

        assertThat(config).contains("vendor: 'Activation Desk'");
        assertThat(text(own("app/" + app + "/styles/user-styles.css"))).contains("desk.css");
        // A script that cannot be loaded keeps the whole web app from starting.
        Pattern.compile("'(\\S+/scripts/|scripts/)([a-z-]+\\.js)'")
                .matcher(config)
                .results()
                .map(script -> "app/tasklist/scripts/" + script.group(2))
                .forEach(script -> assertThat(own(script)).isNotNull());
        assertThat(config).contains("scripts/desk.js'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void tasklistSaysEverythingInEveryLanguage(String language) throws IOException {
        JsonNode theirs = json.readTree(text(shipped("app/tasklist/locales/en.json")));
        JsonNode ours = json.readTree(text(own("app/tasklist/locales/" + language + ".json")));

        assertThat(texts(ours).keySet()).isEqualTo(texts(theirs).keySet());
        texts(theirs).forEach((key, english) -> {
            String text = texts(ours).get(key);
            assertThat(text.isBlank()).as(key + " is empty").isEqualTo(english.isBlank());
            assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english));
        });
    }

    @Test
    void noLanguageTellsCustomersToMigrate() throws IOException {
        for (String language : List.of("en", "nl")) {
            assertThat(text(own("app/tasklist/locales/" + language + ".json")))
                    .doesNotContain("migrating-from-camunda")
                    .doesNotContain("Camunda");
        }
    }

    private static Map<String, String> texts(JsonNode locale) {
        Map<String, String> texts = new TreeMap<>();
        collect("", locale, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> placeholders = new TreeSet<>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(placeholders::add);
        return placeholders;
    }

    private static String text(URL file) throws IOException {
        try (var in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }

    private static String sha256(URL file) throws IOException, NoSuchAlgorithmException {
        try (var in = file.openStream()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        }
    }

    private static URL shipped(String path) throws IOException {
        return find(path, true);
    }

    private static URL own(String path) {
        try {
            return find(path, false);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static URL find(String path, boolean inWebJar) throws IOException {
        return Collections.list(WebAppsTest.class.getClassLoader().getResources(ROOT + path)).stream()
                .filter(file -> file.toString().contains(WEBJAR) == inWebJar)
                .findFirst()
                .orElseThrow(() -> new AssertionError((inWebJar ? WEBJAR : "the desk") + " has no " + path));
    }
}
