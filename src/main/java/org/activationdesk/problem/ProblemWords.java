package org.activationdesk.problem;

import org.activationdesk.activation.Activation;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.stereotype.Component;

/** What is said about a problem: what somebody sees, what the advice is, and what comes next. */
@Component
public class ProblemWords {
    private final Texts texts;
    private final DeskSettings settings;

    ProblemWords(Texts texts, DeskSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    public String problem(KnownProblem problem, Language language) {
        return texts.get(language, "problem." + problem.name());
    }

    public String advice(Problem problem, Activation activation, Language language) {
        return texts.get(
                language,
                "advice." + problem.advice(),
                activation.organisation(),
                activation.partnerName(),
                settings.portal().label());
    }

    public String nextStep(Problem problem, Language language) {
        return texts.get(language, "next-step." + problem.nextStep());
    }
}
