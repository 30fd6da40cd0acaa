package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.activationdesk.language.Language;
import org.activationdesk.signin.DeskUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Where a reader's choice of a language is kept, and what holds without one (see {@link ReadersLanguage}), and the
 * {@link Menu} for who is signed in.
 */
@Configuration(proxyBeanMethods = false)
class PageSettings implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new MenuOnTop());
    }

    /** As an attribute of the request, which error pages read as well. */
    private static final class MenuOnTop implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getUserPrincipal() instanceof Authentication person
                    && person.getPrincipal() instanceof DeskUser user) {
                request.setAttribute("menu", Menu.of(user.account(), request.getServletPath()));
            }
            return true;
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(
                List.of(Language.EN.locale(), Language.NL.locale(), Locale.ENGLISH, Locale.forLanguageTag("nl")));
        browser.setDefaultLocale(Language.EN.locale());
        CookieLocaleResolver chosen = new CookieLocaleResolver("ACTIVATION_DESK_LANGUAGE");
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setCookieHttpOnly(true);
        chosen.setRejectInvalidCookies(false);
        chosen.setDefaultLocaleFunction(browser::resolveLocale);
        return chosen;
    }
}
