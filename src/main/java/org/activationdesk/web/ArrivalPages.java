package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationLinks.LiveLink;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Arrivals;
import org.activationdesk.activation.Visitor;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.signin.Standing;
import org.activationdesk.signin.WaysIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people come back to after they signed in through an activation link. */
@Controller
@RequestMapping("/activate/{token}/arrival")
class ArrivalPages {
    private final LinkVisits visits;
    private final Arrivals arrivals;
    private final Activations activations;

    ArrivalPages(LinkVisits visits, Arrivals arrivals, Activations activations) {
        this.visits = visits;
        this.arrivals = arrivals;
        this.activations = activations;
    }

    /** Where a sign-in through this link ends. */
    static String address(String token) {
        return "/activate/" + token + "/arrival";
    }

    /** Completes the sign-in that the form of the landing page began; without such a beginning that page is shown. */
    @GetMapping
    ModelAndView arrive(
            @PathVariable String token,
            @AuthenticationPrincipal DeskUser user,
            HttpServletRequest request,
            Locale locale) {
        return arrive(token, user, false, request, locale);
    }

    /** The visitor says that the account belongs to the customer. */
    @PostMapping
    String confirm(
            @PathVariable String token,
            @AuthenticationPrincipal DeskUser user,
            HttpServletRequest request,
            Locale locale) {
        arrive(token, user, true, request, locale);
        return "redirect:" + address(token);
    }

    private ModelAndView arrive(
            String token, DeskUser user, boolean confirms, HttpServletRequest request, Locale locale) {
        if (user == null || !WaysIn.cameFor(address(token), user.account(), request.getSession())) {
            return new ModelAndView("redirect:/activate/" + token);
        }
        return visits.withLink(
                token, request, (link, activation) -> arrive(user.account(), confirms, link, token, locale));
    }

    private ModelAndView arrive(Account account, boolean confirms, LiveLink link, String token, Locale locale) {
        return switch (arrivals.arrive(link.order(), visitor(account), confirms)) {
            case LET_IN -> new ModelAndView("redirect:/go/" + link.order());
            case ALREADY_DONE -> visits.done(activations.get(link.order()), locale);
            case CONFIRM_ORGANISATION -> page("confirm-organisation", account, link, token, locale);
            case PARTNER_ASKED -> page("asked-partner", account, link, token, locale);
            case WRONG_ACCOUNT -> page("wrong-account", account, link, token, locale);
            case TAKEN_BY_ANOTHER -> page("refused-account", account, link, token, locale);
            case NOT_NOW -> page("waiting", account, link, token, locale);
        };
    }

    private ModelAndView page(String view, Account account, LiveLink link, String token, Locale locale) {
        Activation activation = activations.get(link.order());
        return visits.page(view, link, activation, token, locale)
                .addObject("accountName", account.name())
                .addObject("accountUsername", account.username())
                .addObject("accountDomain", account.domain())
                .addObject("standing", account.standing().name())
                .addObject("organisation", activation.organisation())
                .addObject("partner", activation.partnerName());
    }

    private static Visitor visitor(Account account) {
        return new Visitor(
                account.id(),
                account.tenantId(),
                account.name(),
                account.username(),
                account.domain(),
                account.domainProven(),
                account.standing() != Standing.MEMBER);
    }
}
