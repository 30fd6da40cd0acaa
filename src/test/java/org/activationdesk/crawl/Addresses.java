package org.activationdesk.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every GET address of desk and try-out, as Spring knows them, filled in with what is there. One with a variable that no
 * example fits fails: a new page is not forgotten.
 */
record Addresses(List<RequestMappingInfoHandlerMapping> pages, RouterFunctionMapping tryOut) {
    /** Those that filters answer, files, the web apps, and one that does not exist. */
    private static final List<String> OTHERS = List.of(
            "/favicon.ico",
            "/css/desk.css",
            "/oauth2/authorization/desk",
            "/login/oauth2/code/desk",
            "/logout",
            "/nothing/here",
            "/camunda",
            "/camunda/app/",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/welcome/default/");

    // As a router function describes itself: (GET && /inbox) -> ...
    private static final Pattern ROUTE = Pattern.compile("\\(GET && (/\\S*)\\) ->");
    private static final Pattern REST = Pattern.compile("/\\*\\*$");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:(?:[^{}]|\\{[^}]*})*)?}");

    List<String> filled(List<Example> examples) {
        return Stream.concat(
                        OTHERS.stream(),
                        Stream.concat(ofPages(), ofTryOut())
                                .map(pattern -> REST.matcher(pattern).replaceAll(""))
                                .flatMap(pattern -> filled(pattern, examples)))
                .distinct()
                .toList();
    }

    private Stream<String> ofPages() {
        return pages.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(Addresses::isRead)
                .flatMap(page -> page.getPatternValues().stream());
    }

    private static boolean isRead(RequestMappingInfo page) {
        Set<RequestMethod> methods = page.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.resolve(HttpMethod.GET));
    }

    private Stream<String> ofTryOut() {
        return ROUTE.matcher(String.valueOf(tryOut.getRouterFunction()))
                .results()
                .map(route -> route.group(1));
    }

    private static Stream<String> filled(String pattern, List<Example> examples) {
        Set<String> variables = Set.copyOf(VARIABLE.matcher(pattern)
                .results()
                .map(variable -> variable.group(1))
                .toList());
        if (variables.isEmpty()) {
            return Stream.of(pattern);
        }
        String plain = VARIABLE.matcher(pattern).replaceAll("{$1}");
        List<Example> fitting = examples.stream()
                .filter(example -> pattern.startsWith(example.under()))
                .filter(example -> example.values().keySet().containsAll(variables))
                .toList();
        assertThat(fitting).as("an example for " + pattern).isNotEmpty();
        return fitting.stream().map(example -> UriComponentsBuilder.fromPath(plain)
                .encode()
                .buildAndExpand(example.values())
                .toUriString());
    }

    /** What to put into the variables of addresses that begin like this. */
    record Example(String under, Map<String, String> values) {}
}
