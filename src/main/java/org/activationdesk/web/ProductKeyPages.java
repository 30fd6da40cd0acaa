package org.activationdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.productkey.KeyEntry;
import org.activationdesk.productkey.KeyEntry.Outcome;
import org.activationdesk.productkey.Misfit;
import org.activationdesk.productkey.ProductKeys;
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

/**
 * Where the administrator enters the product key: a page of our own, as Tasklist would write it into a variable. What was
 * typed goes into no model, address or session, so a refused key has to be entered anew.
 */
@Controller
@RequestMapping("/orders/{seller}/{number}/product-key")
class ProductKeyPages {
    /** Of a text that is no key at all not every character is discussed. */
    private static final int MOST_MISFITS = 5;

    private final ProductKeys keys;
    private final Activations activations;
    private final Texts texts;

    ProductKeyPages(ProductKeys keys, Activations activations, Texts texts) {
        this.keys = keys;
        this.activations = activations;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        return page(own(seller, number, user), Language.of(locale));
    }

    /** {@code confirmed} is any text: as a boolean a wrong value would be quoted in the log. */
    @PostMapping
    ModelAndView enter(
            @PathVariable String seller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String productKey,
            @RequestParam(defaultValue = "") String confirmed,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Activation activation = own(seller, number, user);
        KeyEntry entry = keys.enter(
                activation.order(),
                productKey,
                !confirmed.isEmpty(),
                user.account().id());
        if (entry.outcome() == Outcome.RECORDED || entry.outcome() == Outcome.CLOSED) {
            return new ModelAndView("redirect:/orders/" + activation.order() + "/product-key");
        }
        ModelAndView page = page(activation, Language.of(locale))
                .addObject("outcome", entry.outcome().name())
                .addObject("length", entry.length())
                .addObject("misfits", misfits(entry.misfits(), Language.of(locale)))
                .addObject("more", Math.max(0, entry.misfits().size() - MOST_MISFITS));
        page.setStatus(
                entry.outcome() == Outcome.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Activation activation, Language language) {
        return new ModelAndView("product-key")
                .addObject("purchase", PurchaseSummary.of(activation, language, texts))
                .addObject("order", activation.orderKey())
                .addObject("ended", activation.status().ended())
                .addObject("ending", keys.ending(activation.order()).orElse(null))
                .addObject("entered", entered(activation.order(), language));
    }

    private String entered(OrderKey order, Language language) {
        return keys.find(order)
                .map(key -> texts.get(
                        language, "page.product-key.entered", key.lastFive(), texts.date(language, key.enteredAt())))
                .orElse(null);
    }

    private List<String> misfits(List<Misfit> misfits, Language language) {
        return misfits.stream()
                .limit(MOST_MISFITS)
                .map(misfit -> misfit(misfit, language))
                .toList();
    }

    private String misfit(Misfit misfit, Language language) {
        String where =
                texts.get(language, "page.product-key.position", misfit.position(), misfit.group(), misfit.place());
        String what = misfit.character() == null
                ? texts.get(language, "page.product-key.otherAlphabet")
                : texts.get(
                        language,
                        "page.product-key.misfit",
                        misfit.character(),
                        misfit.likely().get(0),
                        misfit.likely().get(1));
        return where + " " + what;
    }

    /** Whoever has no part in an order is not even told that it exists. */
    private Activation own(String seller, String number, DeskUser user) {
        return Optional.of(number)
                .filter(OrderKey.NUMBER.asMatchPredicate())
                .flatMap(known -> activations.find(new OrderKey(seller, known)))
                .filter(activation -> activation.isBoundTo(user.account().id()))
                .orElseThrow(() -> new NothingThere());
    }
}
