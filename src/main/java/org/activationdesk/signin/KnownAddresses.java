package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Whether the desk has a page at an address. It opens no door: it only tells whether somebody who may not pass is asked to
 * sign in, or finds that there is nothing.
 */
@Component
class KnownAddresses implements RequestMatcher {
    private final SingletonSupplier<List<PathPattern>> patterns;

    KnownAddresses(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        // Asked later: the pages are made after the doors.
        patterns = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(page -> page.getPathPatternsCondition().getPatterns().stream())
                .toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return patterns.obtain().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
