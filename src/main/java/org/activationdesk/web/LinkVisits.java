package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.activation.ActivationLinks.LiveLink;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Visits through an activation link: which activation it is, and what its pages show. */
@Component
class LinkVisits {
    /** Mails, forms and guides count the same. */
    private static final List<String> STEPS =
            List.of("signIn", "acceptAgreement", "renewSubscription", "checkSubscription");

    private final ActivationLinks links;
    private final Activations activations;
    private final LinkThrottle throttle;
    private final Texts texts;

    LinkVisits(ActivationLinks links, Activations activations, LinkThrottle throttle, Texts texts) {
        this.links = links;
        this.activations = activations;
        this.throttle = throttle;
        this.texts = texts;
    }

    /** The page for a live link; unknown and revoked ones get the same neutral page. */
    ModelAndView withLink(
            String token, HttpServletRequest request, BiFunction<LiveLink, Activation, ModelAndView> page) {
        return links.find(token)
                .map(link -> page.apply(link, activations.get(link.order())))
                .orElseGet(() -> dead(token, request));
    }

    /** Whatever is wrong with the link, its page leads to the same question: shall we mail a new one? */
    private ModelAndView dead(String token, HttpServletRequest request) {
        ModelAndView page = neutral(
                throttle.isMissTooMany(request.getRemoteAddr()) ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.NOT_FOUND);
        if (request.getParameter("ask") != null) {
            page.setViewName("ask-link");
            page.addObject("token", token);
        }
        return page;
    }

    /** Whether the link still works after what was done behind it. */
    boolean isLive(String token) {
        return links.find(token).isPresent();
    }

    private static ModelAndView neutral(HttpStatus status) {
        ModelAndView page = new ModelAndView("link-unknown");
        page.setStatus(status);
        return page;
    }

    ModelAndView page(String view, LiveLink link, Activation activation, String token, Locale locale) {
        Language language = Language.of(locale);
        return new ModelAndView(view)
                .addObject("purchase", PurchaseSummary.of(activation, language, texts))
                .addObject("token", token)
                .addObject("steps", steps(activation.status(), language))
                .addObject("expiresOn", texts.date(language, link.expiresAt().toInstant()));
    }

    /** "Already done by ... on ...": for whoever comes late that is good news and no error. */
    ModelAndView done(Activation activation, Locale locale) {
        boolean active = activation.status() == ActivationStatus.ACTIVE;
        return new ModelAndView("already-done")
                .addObject("status", activation.status().name())
                .addObject("doneBy", activation.accountName())
                .addObject(
                        "doneOn",
                        texts.date(Language.of(locale), active ? activation.renewedAt() : activation.endedAt()))
                .addObject("organisation", activation.organisation())
                .addObject("product", activation.product());
    }

    private List<Step> steps(ActivationStatus status, Language language) {
        int done =
                switch (status) {
                    case SIGNED_IN -> 1;
                    case AGREEMENT_ACCEPTED -> 2;
                    case RENEWED, ACTIVE -> 3;
                    default -> 0;
                };
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            String state = i < done ? "done" : i == done ? "current" : "todo";
            steps.add(new Step(texts.get(language, "step." + STEPS.get(i)), state));
        }
        return steps;
    }

    /** One step of the way, {@code state} being done, current or todo. */
    record Step(String label, String state) {}
}
