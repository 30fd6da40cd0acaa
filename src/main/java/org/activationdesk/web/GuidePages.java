package org.activationdesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.activationdesk.language.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;

/** The guides: one per way to activate, in each language. Their sources are {@code guides/<name>-<language>.html}. */
@Controller
class GuidePages {
    private static final Set<String> GUIDES = Set.of("activation-link", "licensing-portal");

    private final LocaleResolver locales;

    GuidePages(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/guides/{name}/{language}")
    String guide(
            @PathVariable String name,
            @PathVariable String language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Language known = Language.of(language).orElseThrow(GuidePages::noSuchGuide);
        if (!GUIDES.contains(name)) {
            throw noSuchGuide();
        }
        locales.setLocale(request, response, known.locale());
        model.addAttribute("guide", name);
        model.addAttribute(
                "content",
                new ClassPathResource("guides/" + name + "-" + known.code() + ".html").getContentAsString(UTF_8));
        return "guide";
    }

    private static ResponseStatusException noSuchGuide() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
