package org.activationdesk.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.SeenWords;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.ProblemWords;
import org.activationdesk.problem.Reporters;
import org.activationdesk.problem.Resolutions;
import org.springframework.stereotype.Component;

/** What the form about a problem shows. */
@Component
class ProblemContents {
    private final Holders holders;
    private final ProblemWords words;
    private final Resolutions resolutions;
    private final DeskSettings settings;
    private final SeenWords seen;
    private final Reporters reporters;
    private final Texts texts;

    ProblemContents(
            Holders holders,
            ProblemWords words,
            Resolutions resolutions,
            DeskSettings settings,
            SeenWords seen,
            Reporters reporters,
            Texts texts) {
        this.holders = holders;
        this.words = words;
        this.resolutions = resolutions;
        this.settings = settings;
        this.seen = seen;
        this.reporters = reporters;
        this.texts = texts;
    }

    Map<String, Object> of(Activation activation, Language language) {
        Problem problem = holders.problem(activation);
        Map<String, Object> contents = new HashMap<>();
        contents.put("problem", MarkdownText.of(words.problem(problem.problem(), language)));
        contents.put("reportedOn", texts.moment(language, problem.reportedAt()));
        contents.put("reporter", MarkdownText.of(reporter(problem, activation, language)));
        contents.put("message", MarkdownText.of(lines(seen.sentence(problem.message(), language))));
        contents.put("said", MarkdownText.of(lines(problem.note())));
        contents.put("advice", MarkdownText.of(words.advice(problem, activation, problem.turnOf(), language)));
        contents.put("nextStep", MarkdownText.of(words.nextStep(problem, problem.turnOf(), language)));
        contents.put("helps", problem.isWithUnknownAccount(activation));
        contents.put("administrator", MarkdownText.of(activation.administratorName()));
        contents.put("caseNumber", problem.caseNumber());
        contents.put("supportCase", MarkdownText.of(problem.caseNumber()));
        contents.put("promisedOn", problem.promisedAt() == null ? null : texts.date(language, problem.promisedAt()));
        contents.put("hours", resolutions.usualHours());
        boolean manager = problem.holder(activation) == Party.MANAGERS;
        contents.put("dossier", manager ? settings.dossier(activation.order()) : null);
        contents.put("outcomes", outcomes(problem, activation, language));
        return contents;
    }

    /** Who, and at which address; null where nobody can be reached. */
    private String reporter(Problem problem, Activation activation, Language language) {
        if (problem.reportedBy().equals(Activations.DESK)) {
            return texts.get(language, "desk.name");
        }
        return reporters
                .of(problem, activation)
                .map(reporter -> reporter.name() + ", " + reporter.address())
                .orElse(null);
    }

    private Object outcomes(Problem problem, Activation activation, Language language) {
        List<Map<String, String>> options = resolutions.choices(problem, activation).stream()
                .map(choice -> Map.of(
                        "label",
                        texts.get(language, "resolution." + choice, activation.partnerName()),
                        "value",
                        choice))
                .toList();
        return FormContents.json(options);
    }

    /** Nothing where nothing was written, for the form to leave out. */
    private static String lines(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
