package org.activationdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** What the pages for readers name exists: files, classes, links, settings, and what the {@code curl} blocks send where. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path OPERATIONS = Path.of("docs", "operations.md");
    private static final int TWO_SCREENS = 120;

    /** Of the provider of the try-out; the browser test takes the token from there. */
    private static final Set<String> PROVIDER =
            Set.of("http://localhost:9000/oauth2/token", "http://localhost:9000/.well-known/openid-configuration");

    private static final Set<String> NO_CLASSES_OF_OURS = Set.of("BpmnError", "Host", "Clock");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern PATH = Pattern.compile("(src|processes|forms|docs|\\.ci)(/[\\w.-]+)*|pom\\.xml");
    private static final Pattern TYPE = Pattern.compile("([A-Z][a-z]+[A-Za-z0-9]*)(\\.[A-Z]\\w*)?");
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z_]+):");
    private static final Pattern SETTING_ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");
    private static final Pattern TABLE = Pattern.compile("create (?:table|view) (\\w+)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> top = Files.list(Path.of("."));
                Stream<Path> tools = Files.list(Path.of(".ci"))) {
            return Stream.of(docs, top, tools)
                    .flatMap(paths -> paths)
                    .map(Path::normalize)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_readme_fits_on_two_screens() {
        assertThat(text(README).lines()).hasSizeLessThanOrEqualTo(TWO_SCREENS);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_relative_link_leads_somewhere(Path page) {
        assertThat(found(LINK, text(page)))
                .filteredOn(link -> !link.startsWith("http"))
                .allSatisfy(link -> assertThat(page.resolveSibling(link.replaceAll("#.*", "")))
                        .as("%s in %s", link, page)
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_path_that_a_page_names_exists(Path page) {
        assertThat(spans(page))
                .filteredOn(span -> PATH.matcher(span).matches())
                .allSatisfy(path ->
                        assertThat(Path.of(path)).as("%s in %s", path, page).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_class_that_a_page_names_exists(Path page) {
        assertThat(spans(page))
                .filteredOn(span -> TYPE.matcher(span).matches() && !NO_CLASSES_OF_OURS.contains(span))
                .allSatisfy(span -> {
                    String[] names = span.split("\\.");
                    Path source = source(names[0]);
                    assertThat(source).as("%s in %s", span, page).isNotNull();
                    assertThat(text(source)).contains(names[names.length - 1]);
                });
    }

    @Test
    void what_the_curl_blocks_send_where_exists() {
        String commands = FENCE.matcher(text(README))
                .results()
                .map(block -> block.group(2))
                .filter(block -> block.contains("curl"))
                .collect(Collectors.joining());
        assertThat(found(Pattern.compile("@([\\w./-]+)"), commands))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(new ObjectMapper()
                                .readTree(Path.of(file).toFile())
                                .path("orderNumber")
                                .asText())
                        .isNotEmpty());
        assertThat(found(Pattern.compile("(https?://[^\\s\"]+)"), commands))
                .hasSizeGreaterThan(2)
                .allSatisfy(address -> assertThat(PROVIDER.contains(address) || isServed(URI.create(address)))
                        .as(address)
                        .isTrue());
    }

    @Test
    void the_walk_follows_the_order_that_it_posts() throws IOException {
        String order = new ObjectMapper()
                .readTree(Path.of("docs/examples/purchase-unknown.json").toFile())
                .path("orderNumber")
                .asText();
        assertThat(text(README)).contains("order " + order).contains("/api/purchases/noordzee/" + order);
    }

    @Test
    void operations_explains_every_variable_of_the_settings_and_no_other() {
        String settings = text(Path.of("src/main/resources/application.yaml"));
        assertThat(new TreeSet<>(found(SETTING_ROW, text(OPERATIONS))))
                .isEqualTo(new TreeSet<>(found(SETTING, settings)));
    }

    @Test
    void architecture_explains_every_table() throws IOException {
        String page = text(Path.of("docs/architecture.md"));
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(scripts.flatMap(script -> found(TABLE, text(script)).stream()))
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(page).contains("`" + table + "`"));
        }
    }

    @Test
    void every_decision_is_listed() throws IOException {
        Path list = Path.of("docs", "decisions", "README.md");
        try (Stream<Path> decisions = Files.list(list.getParent())) {
            assertThat(found(LINK, text(list)))
                    .containsExactlyInAnyOrderElementsOf(decisions
                            .filter(page -> !page.equals(list))
                            .map(page -> page.getFileName().toString())
                            .toList());
        }
    }

    private static boolean isServed(URI address) throws ReflectiveOperationException {
        if (!"localhost:8080".equals(address.getAuthority())) {
            return false;
        }
        Class<?> api = Class.forName("org.activationdesk.web.PurchaseApi");
        String base = path(AnnotatedElementUtils.findMergedAnnotation(api, RequestMapping.class));
        return Arrays.stream(api.getDeclaredMethods())
                .map((Method method) -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> PathPatternParser.defaultInstance.parse(base + path(mapping)))
                .anyMatch(pattern ->
                        pattern.matches(org.springframework.http.server.PathContainer.parsePath(address.getPath())));
    }

    private static String path(RequestMapping mapping) {
        return mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    private static Path source(String type) {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            return sources.filter(file -> file.endsWith(type + ".java"))
                    .findFirst()
                    .orElse(null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> spans(Path page) {
        return found(SPAN, FENCE.matcher(text(page)).replaceAll(""));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
