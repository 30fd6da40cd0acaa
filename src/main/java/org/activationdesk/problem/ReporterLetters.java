package org.activationdesk.problem;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Correspondence;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.MailKind;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/**
 * The mail that whoever reported a problem gets when it is over; who has ended it knows, and gets none. Where a newer report has
 * replaced an older one, both are over together.
 */
@Component
class ReporterLetters {
    private final ProblemRows rows;
    private final Reporters reporters;
    private final PendingActions pending;
    private final Activations activations;
    private final Correspondence correspondence;
    private final ProblemWords words;
    private final Texts texts;

    ReporterLetters(
            ProblemRows rows,
            Reporters reporters,
            PendingActions pending,
            Activations activations,
            Correspondence correspondence,
            ProblemWords words,
            Texts texts) {
        this.rows = rows;
        this.reporters = reporters;
        this.pending = pending;
        this.activations = activations;
        this.correspondence = correspondence;
        this.words = words;
        this.texts = texts;
    }

    /**
     * Tells of the problem that has ended just now.
     *
     * @param who has ended it
     * @param event {@code PROBLEM_RESOLVED}, or what has happened so that the problem means nothing any more
     */
    void tell(OrderKey order, String who, TimelineEvent event) {
        Activation activation = activations.get(order);
        Map<String, Runnable> letters = new LinkedHashMap<>();
        rows.endedWithNewest(order).stream()
                .filter(problem -> !reporters.isReporter(who, problem, activation))
                .forEach(problem -> reporters
                        .of(problem, activation)
                        .ifPresent(reporter ->
                                letters.put(reporter.address(), () -> send(activation, problem, reporter, event))));
        letters.values().forEach(Runnable::run);
    }

    private void send(Activation activation, Problem problem, Reporter reporter, TimelineEvent event) {
        Language language = reporter.language();
        Map<String, Object> model = new HashMap<>();
        model.put("reader", reporter.name());
        model.put("toPartner", reporter.party() == Party.PARTNER);
        model.put("problem", words.problem(problem.problem(), language));
        model.put("over", texts.get(language, "event." + event));
        model.put("next", next(activation, problem, reporter));
        correspondence.send(activation, MailKind.PROBLEM_OVER, reporter.address(), language, model);
    }

    private String next(Activation activation, Problem problem, Reporter reporter) {
        Language language = reporter.language();
        List<PendingAction> waits = pending.of(activation, problem);
        return waits.stream()
                .filter(action -> action.party() == reporter.party())
                .findFirst()
                .map(action -> texts.get(language, "mail.problem-over.yours", words.toDo(action, activation, language)))
                .orElseGet(() ->
                        texts.get(language, waits.isEmpty() ? "mail.problem-over.ended" : "mail.problem-over.others"));
    }
}
