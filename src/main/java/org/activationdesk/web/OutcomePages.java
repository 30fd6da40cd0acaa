package org.activationdesk.web;

import java.util.List;
import java.util.Locale;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.Mails;
import org.activationdesk.problem.PendingAction;
import org.activationdesk.problem.PendingActions;
import org.activationdesk.problem.Problems;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.web.OrderAccess.Participation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What became of an order, for whoever has just finished the last task in it: a part of a page, shown by Tasklist. */
@Controller
class OutcomePages {
    private final OrderAccess access;
    private final Problems problems;
    private final Mails mails;
    private final PendingActions pending;
    private final PendingWords waits;
    private final OrderWords words;
    private final Texts texts;

    OutcomePages(
            OrderAccess access,
            Problems problems,
            Mails mails,
            PendingActions pending,
            PendingWords waits,
            OrderWords words,
            Texts texts) {
        this.access = access;
        this.problems = problems;
        this.mails = mails;
        this.pending = pending;
        this.waits = waits;
        this.words = words;
        this.texts = texts;
    }

    /** What the administrator saw in the admin center. */
    record Reached(String endDate, Integer seats, String domain) {}

    @GetMapping("/orders/{seller}/{number}/outcome")
    ModelAndView outcome(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser reader,
            Locale locale) {
        Participation part = access.of(seller, number, reader.account());
        Activation activation = part.activation();
        Language language = Language.of(locale);
        boolean proven = activation.status() == ActivationStatus.ACTIVE;
        List<PendingAction> waited = pending.of(
                activation, problems.newest(activation.order()).orElse(null), mails.about(activation.order()));
        return new ModelAndView("outcome")
                .addObject("about", words.purchase(activation, language))
                .addObject("order", activation.orderKey())
                .addObject("proven", proven)
                .addObject("status", words.status(activation.status(), language))
                .addObject("yours", waited.stream().anyMatch(action -> action.party() == part.role()))
                .addObject("waits", waits.waits(waited, activation, part.role(), language))
                .addObject("seen", proven && activation.seenEndDate() != null ? reached(activation, language) : null);
    }

    private Reached reached(Activation activation, Language language) {
        return new Reached(
                texts.date(language, activation.seenEndDate()), activation.seenSeats(), activation.seenDomain());
    }
}
