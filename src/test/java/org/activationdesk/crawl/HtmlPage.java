package org.activationdesk.crawl;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** What a page names: its language, its files and its links, as addresses from the root of the desk. */
final class HtmlPage {
    private static final Pattern TAG =
            Pattern.compile("<(\\w+)((?:\\s+[^\\s=>]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\\s>]*))?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Set<String> FILES = Set.of("stylesheet", "icon", "shortcut icon");

    private final List<Tag> tags;
    private final URI base;

    HtmlPage(URI address, String html) {
        tags = TAG.matcher(html)
                .results()
                .map(tag -> new Tag(tag.group(1).toLowerCase(), attributes(tag.group(2))))
                .toList();
        base = values("base", "href").findFirst().map(address::resolve).orElse(address);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        ATTRIBUTE
                .matcher(text)
                .results()
                .forEach(found -> attributes.put(
                        found.group(1).toLowerCase(),
                        HtmlUtils.htmlUnescape(Stream.of(2, 3, 4)
                                .map(found::group)
                                .filter(value -> value != null)
                                .findFirst()
                                .orElse(""))));
        return attributes;
    }

    String language() {
        return values("html", "lang").findFirst().orElse("");
    }

    /** Not where it is a part that a script puts into a page. */
    boolean isWhole() {
        return tags.stream().anyMatch(tag -> tag.name().equals("html"));
    }

    boolean hasStyle() {
        return tags.stream().anyMatch(tag -> tag.name().equals("style"))
                || styles().findAny().isPresent();
    }

    Stream<URI> styles() {
        return linked(Set.of("stylesheet"));
    }

    /** Styles, icons, scripts and pictures. */
    Stream<URI> files() {
        return Stream.of(linked(FILES), addresses("script", "src"), addresses("img", "src"))
                .flatMap(files -> files);
    }

    private Stream<URI> linked(Set<String> relations) {
        return tags.stream()
                .filter(tag -> tag.name().equals("link")
                        && relations.contains(tag.get("rel").orElse("")))
                .flatMap(tag -> tag.get("href").stream())
                .flatMap(this::resolved);
    }

    /** What a reader can follow: links, and forms that only ask. */
    Stream<URI> links() {
        Stream<URI> asking = tags.stream()
                .filter(tag -> tag.name().equals("form")
                        && tag.get("method").orElse("get").equalsIgnoreCase("get"))
                .flatMap(tag -> tag.get("action").stream())
                .flatMap(this::resolved);
        return Stream.concat(addresses("a", "href"), asking);
    }

    private Stream<URI> addresses(String tag, String attribute) {
        return values(tag, attribute).flatMap(this::resolved);
    }

    private Stream<String> values(String name, String attribute) {
        return tags.stream().filter(tag -> tag.name().equals(name)).flatMap(tag -> tag.get(attribute).stream());
    }

    /** Templates of the web apps hold addresses that their scripts fill in later. */
    private Stream<URI> resolved(String address) {
        return address.contains("{{") || address.startsWith("data:") || address.startsWith("#")
                ? Stream.empty()
                : Stream.of(address.isEmpty() || address.startsWith("?") ? here(address) : base.resolve(address));
    }

    // RFC 3986 keeps the path; Java's URI cuts its last part off.
    private URI here(String query) {
        return URI.create(base.toString().replaceFirst("[?#].*", "") + query);
    }

    private record Tag(String name, Map<String, String> attributes) {
        Optional<String> get(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
        }
    }
}
