package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.activationdesk.guide.Guide;
import org.activationdesk.guide.Guides;
import org.activationdesk.language.Language;
import org.activationdesk.web.Pages.NothingThere;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.LocaleResolver;

/** The guides: one per way to activate, in each language, as a page and as a PDF. */
@Controller
class GuidePages {
    private final Guides guides;
    private final LocaleResolver locales;

    GuidePages(Guides guides, LocaleResolver locales) {
        this.guides = guides;
        this.locales = locales;
    }

    @GetMapping("/guides/{name}/{language}")
    String page(
            @PathVariable String name,
            @PathVariable String language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Guide guide = guide(name);
        Language known = language(language);
        locales.setLocale(request, response, known.locale());
        model.addAttribute("guide", guide.code());
        model.addAttribute("content", guides.text(guide, known));
        model.addAttribute("version", guides.version(guide, known));
        model.addAttribute("size", (guides.pdf(guide, known).length + 1023) / 1024);
        return "guide";
    }

    @GetMapping("/guides/{name}/{language}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String name, @PathVariable String language) {
        Guide guide = guide(name);
        Language known = language(language);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(Guides.fileName(guide, known))
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, known.code())
                .body(guides.pdf(guide, known));
    }

    private static Guide guide(String name) {
        return Guide.of(name).orElseThrow(NothingThere::new);
    }

    private static Language language(String code) {
        return Language.of(code).orElseThrow(NothingThere::new);
    }
}
