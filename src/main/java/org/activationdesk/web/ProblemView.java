package org.activationdesk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Owner;
import org.activationdesk.problem.PendingActions;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.ProblemWords;
import org.activationdesk.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages about problems show, behind the activation link and after sign-in. */
@Component
class ProblemView {
    private final Problems problems;
    private final PendingActions pending;
    private final ProblemWords words;
    private final Texts texts;

    ProblemView(Problems problems, PendingActions pending, ProblemWords words, Texts texts) {
        this.problems = problems;
        this.pending = pending;
        this.words = words;
        this.texts = texts;
    }

    /** The page that asks what somebody sees; {@code base} is the address that its form is sent to. */
    ModelAndView question(Activation activation, Party role, String base, Locale locale) {
        Language language = Language.of(locale);
        if (activation.status().ended()) {
            return page("problem-ended", activation, base, language);
        }
        Map<String, List<Choice>> topics = new LinkedHashMap<>();
        KnownProblem.fitting(role, activation.status())
                .forEach(problem -> topics.computeIfAbsent(topic(problem, language), topic -> new ArrayList<>())
                        .add(new Choice(problem.name(), words.problem(problem, language))));
        return page("problem", activation, base, language)
                .addObject("topics", topics)
                .addObject("open", problems.open(activation.order()).isPresent())
                .addObject("longest", Problems.LONGEST_MESSAGE);
    }

    /** As above, with what is wrong with the answer and what was filled in. */
    ModelAndView again(ModelAndView question, Report report, String fault) {
        question.setStatus(HttpStatus.BAD_REQUEST);
        return question.addObject("fault", fault)
                .addObject("chosen", report.problem())
                .addObject("message", report.message());
    }

    /** How it stands with what was reported last. */
    ModelAndView answer(Activation activation, Party role, boolean signedIn, String base, Locale locale) {
        Language language = Language.of(locale);
        return problems.newest(activation.order())
                .filter(problem -> problem.owner() != null)
                .map(problem -> page("problem-reported", activation, base, language)
                        .addObject("problem", words.problem(problem.problem(), language))
                        // The link proves a mailbox, so what somebody else may have written is not shown behind it.
                        .addObject("message", signedIn ? problem.message() : "")
                        .addObject("advice", isOver(problem) ? null : words.advice(problem, activation, role, language))
                        .addObject(
                                "nextStep",
                                !isOver(problem) && words.isAdvised(problem, role)
                                        ? words.nextStep(problem, role, language)
                                        : null)
                        .addObject("turn", turn(problem, activation, role, language))
                        .addObject("when", when(problem, language))
                        .addObject("yours", problem.isOpen() && problem.turnOf() == role)
                        .addObject("signedIn", signedIn))
                .orElseGet(() -> new ModelAndView("redirect:" + base));
    }

    private ModelAndView page(String view, Activation activation, String base, Language language) {
        return new ModelAndView(view)
                .addObject("purchase", PurchaseSummary.of(activation, language, texts))
                .addObject("base", base)
                .addObject("orderKey", activation.orderKey());
    }

    private String topic(KnownProblem problem, Language language) {
        return texts.get(language, "problem.topic." + problem.topic());
    }

    private String turn(Problem problem, Activation activation, Party role, Language language) {
        String turn = "page.problem.turn.";
        if (problem.owner() == Owner.NOBODY || problem.owner() == Owner.DESK) {
            return texts.get(language, turn + problem.owner().code());
        }
        if (isOver(problem)) {
            return texts.get(language, turn + "solved");
        }
        if (pending.of(activation, problem).stream().anyMatch(action -> action.party() == Party.SUPPORT)) {
            return texts.get(language, turn + "support", problem.caseNumber());
        }
        return problem.turnOf() == role
                ? texts.get(language, turn + "you")
                : texts.get(language, turn + problem.owner().code(), activation.partnerName());
    }

    private static boolean isOver(Problem problem) {
        return !problem.isOpen() && !problem.wasDoneAtOnce();
    }

    private String when(Problem problem, Language language) {
        if (!problem.isOpen() && !(problem.wasDoneAtOnce() && problem.owner() == Owner.PARTNER)) {
            return texts.get(language, "page.problem.when.done");
        }
        return problem.waitsUntil() == null
                ? texts.get(language, "page.problem.when.now")
                : texts.get(language, "page.problem.when.at", texts.moment(language, problem.waitsUntil()));
    }

    /** One sentence to choose. */
    record Choice(String id, String words) {}

    /** What the form has sent; nothing of it has been checked. */
    record Report(String problem, String message) {}
}
