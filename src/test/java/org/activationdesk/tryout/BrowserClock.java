package org.activationdesk.tryout;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Moves the time of the web apps with the desk's. They say how long ago something was by the browser's clock, so a task of
 * a desk that is ahead would be "created in 19 days".
 */
final class BrowserClock extends OncePerRequestFilter {
    private static final String MOVED = """
            globalThis.Date = new Proxy(Date, {
              construct: (time, given, made) => Reflect.construct(time, given.length ? given : [time.now() + %1$d], made),
              apply: time => new time(time.now() + %1$d).toString(),
              get: (time, name) => (name === 'now' ? () => time.now() + %1$d : Reflect.get(time, name))
            });
            """;

    private final MovableClock clock;

    BrowserClock(MovableClock clock) {
        this.clock = clock;
    }

    /** The settings are the first script that a web app runs. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return clock.ahead().isZero() || !request.getRequestURI().endsWith("/scripts/config.js");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        byte[] settings = answer.getContentAsByteArray();
        if (answer.getStatus() == HttpServletResponse.SC_OK) {
            answer.resetBuffer();
            answer.getOutputStream()
                    .write(MOVED.formatted(clock.ahead().toMillis()).getBytes(StandardCharsets.UTF_8));
            answer.getOutputStream().write(settings);
        }
        answer.copyBodyToResponse();
    }
}
