package org.activationdesk.web;

import java.util.Locale;
import org.activationdesk.activation.ActivationProcess;
import org.activationdesk.activation.Activations;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.signin.Standing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page, the way to a task, and what people see when sign-in did not work. */
@Controller
class StartPage {
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";

    private final ActivationProcess process;
    private final Activations activations;
    private final Texts texts;

    StartPage(ActivationProcess process, Activations activations, Texts texts) {
        this.process = process;
        this.activations = activations;
        this.texts = texts;
    }

    @GetMapping("/")
    String home() {
        return "home";
    }

    /** The task of an order that the reader can work on. A page of its own, as a sign-in loses what stands behind a #. */
    @GetMapping("/go/{seller}/{number}")
    String task(
            // Not called partner: pages can read path variables, and the footer would name that partner to anybody.
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser user,
            Locale locale,
            Model model) {
        if (!OrderKey.NUMBER.matcher(number).matches()) {
            return "waiting";
        }
        OrderKey order = new OrderKey(seller, number);
        return process.openTask(order, user.account().id())
                .map(task -> "redirect:" + TASKLIST + "?task=" + task)
                .orElseGet(() -> waiting(order, user, locale, model));
    }

    /** Whoever has no part in an order learns nothing about it, not even that it exists. */
    private String waiting(OrderKey order, DeskUser user, Locale locale, Model model) {
        activations
                .find(order)
                .filter(activation -> activation.isBoundTo(user.account().id()))
                .ifPresent(activation ->
                        model.addAttribute("purchase", PurchaseSummary.of(activation, Language.of(locale), texts)));
        return "waiting";
    }

    @GetMapping("/activate/not-me/done")
    String notMeDone() {
        return "not-me-done";
    }

    /** {@code again} is the state of the sign-in that failed: the next try heads for the same place. */
    @GetMapping("/sign-in-failed")
    String signInFailed(@RequestParam(required = false) String again, Model model) {
        model.addAttribute("again", again);
        return "sign-in-failed";
    }

    @GetMapping("/wrong-account")
    String wrongAccount(@AuthenticationPrincipal DeskUser user, Model model) {
        model.addAttribute("standing", Standing.MEMBER.name());
        if (user != null) {
            model.addAttribute("accountName", user.account().name());
            model.addAttribute("accountUsername", user.account().username());
            model.addAttribute("accountDomain", user.account().domain());
            model.addAttribute("standing", user.account().standing().name());
        }
        return "wrong-account";
    }
}
