package org.activationdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Party;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Problems;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.web.OrderAccess.Participation;
import org.activationdesk.web.ProblemView.Report;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where people report what is in the way: behind the activation link without signing in, and signed in for everybody who has
 * a part in the order. Whoever has the link reports as the administrator, whose mailbox it proves.
 */
@Controller
class ProblemPages {
    private final LinkVisits visits;
    private final OrderAccess access;
    private final ProblemView view;
    private final Problems problems;

    ProblemPages(LinkVisits visits, OrderAccess access, ProblemView view, Problems problems) {
        this.visits = visits;
        this.access = access;
        this.view = view;
        this.problems = problems;
    }

    @GetMapping("/activate/{token}/problem")
    ModelAndView askVisitor(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return visits.withLink(
                token,
                request,
                (link, activation) -> view.question(activation, Party.ADMINISTRATOR, base(token), locale));
    }

    @PostMapping("/activate/{token}/problem")
    ModelAndView visitorReports(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String message,
            HttpServletRequest request,
            Locale locale) {
        return visits.withLink(token, request, (link, activation) -> {
            ModelAndView answer = report(
                    new Participation(activation, Party.ADMINISTRATOR),
                    new Report(problem, message),
                    "link",
                    base(token),
                    locale);
            // Who has said that somebody else has to do it has no link any more.
            return visits.isLive(token) ? answer : new ModelAndView("redirect:/activate/not-me/done");
        });
    }

    /** How it stands. */
    @GetMapping("/activate/{token}/problem/reported")
    ModelAndView tellVisitor(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return visits.withLink(
                token,
                request,
                (link, activation) -> view.answer(activation, Party.ADMINISTRATOR, false, base(token), locale));
    }

    @GetMapping("/orders/{seller}/{number}/problem")
    ModelAndView ask(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Participation part = access.of(seller, number, user.account());
        return view.question(part.activation(), part.role(), base(part.activation()), locale);
    }

    @PostMapping("/orders/{seller}/{number}/problem")
    ModelAndView report(
            @PathVariable String seller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String message,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Participation part = access.of(seller, number, user.account());
        return report(part, new Report(problem, message), user.account().id(), base(part.activation()), locale);
    }

    @GetMapping("/orders/{seller}/{number}/problem/reported")
    ModelAndView tell(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser user,
            Locale locale) {
        Participation part = access.of(seller, number, user.account());
        return view.answer(part.activation(), part.role(), true, base(part.activation()), locale);
    }

    private ModelAndView report(Participation part, Report report, String who, String base, Locale locale) {
        Activation activation = part.activation();
        ModelAndView question = view.question(activation, part.role(), base, locale);
        Optional<KnownProblem> problem = KnownProblem.of(report.problem())
                .filter(KnownProblem.fitting(part.role(), activation.status())::contains);
        if (activation.status().ended()) {
            return question;
        }
        if (problem.isEmpty()) {
            return view.again(question, report, "none");
        }
        if (problem.get() == KnownProblem.OTHER && report.message().isBlank()) {
            return view.again(question, report, "describe");
        }
        if (report.message().length() > Problems.LONGEST_MESSAGE) {
            return view.again(question, report, "long");
        }
        if (problems.areTooMany(activation.order())) {
            return view.again(question, report, "many");
        }
        return problems.report(activation.order(), problem.get(), report.message(), who)
                ? new ModelAndView("redirect:" + base + "/reported")
                : new ModelAndView("redirect:" + base);
    }

    private static String base(String token) {
        return "/activate/" + token + "/problem";
    }

    private static String base(Activation activation) {
        return "/orders/" + activation.orderKey() + "/problem";
    }
}
