package org.activationdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationProcess;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Diagnoses;
import org.activationdesk.activation.Orders;
import org.activationdesk.language.Language;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.SentMail;
import org.activationdesk.problem.PendingActions;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.Problems;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.web.OrderAccess.Participation;
import org.activationdesk.web.PendingWords.Open;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How orders stand, for whoever may see them; looking changes nothing. */
@Controller
@RequestMapping("/orders")
class OrderPages {
    private final OrderAccess access;
    private final Orders orders;
    private final Activations activations;
    private final Mails mails;
    private final Diagnoses diagnoses;
    private final ActivationProcess process;
    private final Problems problems;
    private final PendingActions pending;
    private final OrderWords words;
    private final PendingWords waits;

    OrderPages(
            OrderAccess access,
            Orders orders,
            Activations activations,
            Mails mails,
            Diagnoses diagnoses,
            ActivationProcess process,
            Problems problems,
            PendingActions pending,
            OrderWords words,
            PendingWords waits) {
        this.access = access;
        this.orders = orders;
        this.activations = activations;
        this.mails = mails;
        this.diagnoses = diagnoses;
        this.process = process;
        this.problems = problems;
        this.pending = pending;
        this.words = words;
        this.waits = waits;
    }

    /** What stands in the address may be typed by hand: a place that is none is the first page. */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Orders.Reader reader = access.reader(user);
        String wanted = SearchField.words(search);
        Optional<Orders.Place> place = Orders.Place.read(after);
        List<Orders.Line> lines = orders.page(reader, wanted, place);
        Language language = Language.of(locale);
        boolean more = lines.size() > Orders.PAGE;
        Map<String, Problem> open =
                problems.open(lines.stream().map(Orders.Line::orderKey).toList());
        return new ModelAndView("orders")
                .addObject("search", wanted)
                .addObject("first", place.isEmpty())
                .addObject("next", more ? lines.get(Orders.PAGE - 1).place() : null)
                .addObject("staff", reader.isStaff())
                .addObject(
                        "lines",
                        lines.stream()
                                .limit(Orders.PAGE)
                                .map(line -> words.line(
                                        line,
                                        open.get(line.orderKey()),
                                        OrderAccess.role(line, user.account()),
                                        language))
                                .toList())
                .addObject(
                        "why",
                        lines.isEmpty() && reader.isStaff() && isWholeNumber(wanted)
                                ? words.why(diagnoses.ofUnknownOrder(), language)
                                : null);
    }

    /** Names are no order numbers, which have digits; whether that of an unknown order is whole, only its reader knows. */
    private static boolean isWholeNumber(String wanted) {
        return OrderKey.NUMBER.matcher(wanted).matches() && wanted.chars().anyMatch(Character::isDigit);
    }

    @GetMapping("/{seller}/{number}")
    ModelAndView order(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Participation part = access.of(seller, number, user.account());
        Activation activation = part.activation();
        Language language = Language.of(locale);
        boolean staff = part.isStaff();
        Problem problem = problems.newest(activation.order()).orElse(null);
        Open open = waits.problem(problem, activation, part.role(), language);
        List<SentMail> sent = mails.about(activation.order());
        Optional<String> task =
                process.openTask(activation.order(), user.account().id());
        return new ModelAndView("order")
                .addObject("about", words.purchase(activation, language))
                // The footer names whom to ask about the order.
                .addObject("partner", staff ? null : activation.partnerName())
                .addObject("order", activation.orderKey())
                .addObject("staff", staff)
                .addObject("task", task.isPresent())
                .addObject(
                        "handOver",
                        activation.isBoundTo(user.account().id())
                                && !activation.status().ended())
                .addObject("status", words.status(activation.status(), language))
                .addObject("proven", activation.status() == ActivationStatus.ACTIVE)
                .addObject("problem", open)
                .addObject(
                        "waits", waits.waits(pending.of(activation, problem, sent), activation, part.role(), language))
                .addObject(
                        "why",
                        staff && open == null && hasNoMail(activation)
                                ? words.why(diagnoses.of(activation), language)
                                : null)
                .addObject("timeline", words.timeline(activations.timeline(activation.order()), staff, language))
                .addObject("mails", words.mails(sent, activation, staff, language));
    }

    /** Whoever has signed in through the link got a mail. */
    private static boolean hasNoMail(Activation activation) {
        return !activation.status().ended() && activation.accountId() == null;
    }
}
