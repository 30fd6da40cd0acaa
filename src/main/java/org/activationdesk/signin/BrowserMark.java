package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * A random mark in a cookie, by which the desk sees that a sign-in ends in the browser in which it began. It names nobody and
 * opens nothing. Over https its name begins with <code>__Host-</code>, so that no other host, sub-domain or path can set it.
 */
@Component
class BrowserMark {
    private static final String FRESH = BrowserMark.class.getName();
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    private final boolean secure;
    private final String name;

    BrowserMark(@Value("${server.servlet.session.cookie.secure}") boolean secure) {
        this.secure = secure;
        this.name = (secure ? "__Host-" : "") + "ACTIVATION_DESK_BROWSER";
    }

    /** The browser's mark; empty when it has none. */
    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> cookie.getValue())
                .filter(MARK.asMatchPredicate());
    }

    /** The browser's mark, or a new one that {@link #keep} will give it. */
    String orNew(HttpServletRequest request) {
        return of(request).orElseGet(() -> {
            String mark = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(KeyGenerators.secureRandom(BYTES).generateKey());
            request.setAttribute(FRESH, mark);
            return mark;
        });
    }

    /** Lax and not strict: people come back from the provider's site. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(FRESH) instanceof String mark) {
            ResponseCookie cookie = ResponseCookie.from(name, mark)
                    .path("/")
                    .secure(secure)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }
}
