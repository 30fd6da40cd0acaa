package org.activationdesk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.activationdesk.language.Language;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * In which language somebody reads: the one chosen in this browser with the switch ({@code ?lang=nl}), else the one that the
 * browser asks for. One rule for pages, web apps and forms, so that a screen has one language; see {@link Language#ofReader()}.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class ReadersLanguage extends OncePerRequestFilter {
    private final LocaleResolver locales;

    ReadersLanguage(LocaleResolver locales) {
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Of a GET only: elsewhere the name may be a field of a form, which is not to be read here.
        String chosen = HttpMethod.GET.matches(request.getMethod()) ? request.getParameter("lang") : null;
        if (chosen != null) {
            locales.setLocale(
                    request,
                    response,
                    Language.of(Locale.forLanguageTag(chosen)).locale());
        }
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            chain.doFilter(request, response);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
