package org.activationdesk.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Answer;
import org.activationdesk.activation.AnswerRefused;
import org.activationdesk.activation.HandOvers;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.web.Pages.NothingThere;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the bound administrator names a deputy or an absence; for everybody else there is nothing at its address. */
@Controller
// Not called partner: pages can read path variables, and the footer would name that partner to anybody.
@RequestMapping("/orders/{seller}/{number}/hand-over")
class HandOverPage {
    private static final String[] FIELDS = {"deputyName", "deputyEmail", "deputyLanguage", "absentUntil"};

    private final HandOvers handOvers;
    private final Texts texts;

    HandOverPage(HandOvers handOvers, Texts texts) {
        this.handOvers = handOvers;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Activation activation = find(seller, number, user);
        return page(
                activation,
                user,
                Language.of(locale),
                Map.of("deputyLanguage", activation.languageOfAdministrator().code()));
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser user,
            @RequestParam Map<String, String> parameters,
            Locale locale) {
        Activation activation = find(seller, number, user);
        Map<String, Object> fields = new HashMap<>();
        for (String field : FIELDS) {
            fields.put(field, parameters.getOrDefault(field, ""));
        }
        try {
            handOvers.record(activation.order(), new Answer(user.account().id(), fields));
            return new ModelAndView("redirect:/orders/" + activation.order() + "/hand-over");
        } catch (AnswerRefused refused) {
            Language language = Language.of(locale);
            ModelAndView page = page(activation, user, language, fields)
                    .addObject("refusal", texts.get(language, "refusal." + refused.code(), refused.arguments()));
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private Activation find(String seller, String number, DeskUser user) {
        return Optional.of(number)
                .filter(OrderKey.NUMBER.asMatchPredicate())
                .flatMap(known -> handOvers.find(
                        new OrderKey(seller, known), user.account().id()))
                .orElseThrow(NothingThere::new);
    }

    private ModelAndView page(Activation activation, DeskUser user, Language language, Map<String, Object> fields) {
        boolean isBound = activation.isBoundTo(user.account().id());
        HandOvers.Days days = handOvers.days();
        LocalDate absentUntil = activation.absentUntil();
        return new ModelAndView("hand-over")
                .addObject("purchase", PurchaseSummary.of(activation, language, texts))
                .addObject("order", activation.orderKey())
                .addObject("fields", fields)
                .addObject("handedOverTo", isBound ? null : activation.administratorName())
                .addObject("handedOverToEmail", activation.administratorEmail())
                .addObject("renewed", activation.status() == ActivationStatus.RENEWED)
                .addObject(
                        "absentUntil",
                        absentUntil == null || absentUntil.isBefore(days.first())
                                ? null
                                : texts.date(language, absentUntil))
                .addObject("firstDay", days.first())
                .addObject("lastDay", days.last());
    }
}
