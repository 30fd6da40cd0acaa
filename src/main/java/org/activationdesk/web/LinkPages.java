package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Invitations;
import org.activationdesk.activation.NewLinks;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.signin.WaysIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind the activation link. Opening it changes nothing, because scanners of mail open links before people do;
 * only its forms act. The link proves the mailbox and nothing else, so the page says what was bought and by whom.
 */
@Controller
@RequestMapping("/activate/{token}")
class LinkPages {
    private final LinkVisits visits;
    private final Invitations invitations;
    private final NewLinks newLinks;
    private final WaysIn waysIn;

    LinkPages(LinkVisits visits, Invitations invitations, NewLinks newLinks, WaysIn waysIn) {
        this.visits = visits;
        this.invitations = invitations;
        this.newLinks = newLinks;
        this.waysIn = waysIn;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String token,
            @AuthenticationPrincipal DeskUser user,
            HttpServletRequest request,
            Locale locale) {
        return visits.withLink(
                token,
                request,
                (link, activation) -> activation.status().ended()
                        ? visits.done(activation, locale)
                        : visits.page("activate", link, activation, token, locale)
                                .addObject("handOver", mayHandOver(activation, user) ? link.orderKey() : null));
    }

    private static boolean mayHandOver(Activation activation, DeskUser user) {
        return user != null && activation.isBoundTo(user.account().id());
    }

    /** Starts the sign-in, in which the account is chosen anew for every key. */
    @PostMapping("/sign-in")
    ModelAndView signIn(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return visits.withLink(
                token,
                request,
                (link, activation) ->
                        new ModelAndView("redirect:" + waysIn.begin(ArrivalPages.address(token), request, response)));
    }

    /** The answer is the same whatever the token is. */
    @PostMapping("/new-link")
    ModelAndView newLink(@PathVariable String token) {
        newLinks.send(token);
        return new ModelAndView("new-link-sent");
    }

    @GetMapping("/not-me")
    ModelAndView notMe(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return visits.withLink(
                token,
                request,
                (link, activation) -> activation.status() == ActivationStatus.INVITED
                        ? visits.page("not-me", link, activation, token, locale)
                        : new ModelAndView("redirect:/activate/" + token));
    }

    @PostMapping("/not-me")
    ModelAndView notTheAdministrator(
            @PathVariable String token, @RequestParam(defaultValue = "") String note, HttpServletRequest request) {
        return visits.withLink(
                token,
                request,
                (link, activation) -> new ModelAndView(
                        invitations.notTheAdministrator(link.order(), note)
                                ? "redirect:/activate/not-me/done"
                                : "redirect:/activate/" + token));
    }
}
