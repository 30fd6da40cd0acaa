package org.activationdesk.problem;

import java.util.Set;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.stereotype.Component;

/**
 * What is said about a problem: what somebody sees, what the advice is, and what comes next. Advice is for whom it was written;
 * everybody else reads who is at it.
 */
@Component
public class ProblemWords {
    /** What the desk does itself, or nobody has to do, it tells everybody. */
    private static final Set<Owner> TOLD_TO_ALL = Set.of(Owner.DESK, Owner.NOBODY);

    private final Texts texts;
    private final DeskSettings settings;

    ProblemWords(Texts texts, DeskSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    public String problem(KnownProblem problem, Language language) {
        return texts.get(language, "problem." + problem.name());
    }

    /** What the reader is to do, or who is doing it so that the reader need not. */
    public String advice(Problem problem, Activation activation, Party reader, Language language) {
        if (problem.owner() == null) {
            return texts.get(language, "advised.reading");
        }
        String advice = texts.get(
                language,
                "advice." + problem.advice(),
                activation.organisation(),
                activation.partnerName(),
                settings.portal().label());
        if (isAdvised(problem, reader)) {
            return advice;
        }
        if (problem.turnOf() != reader) {
            return arranging(problem, activation, language);
        }
        return reader == Party.MANAGERS
                ? texts.get(language, "advised.before", advice)
                : texts.get(language, "advised.passedOn");
    }

    /** What the reader does next about a problem that is the reader's turn. */
    public String nextStep(Problem problem, Party reader, Language language) {
        return isAdvised(problem, reader)
                ? texts.get(language, "next-step." + problem.nextStep())
                : texts.get(language, "advised.next");
    }

    /** What somebody who is waited for is to do, in a few words. */
    public String toDo(PendingAction action, Activation activation, Language language) {
        return texts.get(
                language, "pending." + action.step(), activation.administratorName(), activation.partnerName());
    }

    /** Whether the advice is for this reader, and the reader's turn. */
    public boolean isAdvised(Problem problem, Party reader) {
        return problem.owner() != null
                && (TOLD_TO_ALL.contains(problem.owner())
                        || problem.turnOf() == reader && problem.advised().party() == reader);
    }

    private String arranging(Problem problem, Activation activation, Language language) {
        String who = problem.turnOf() == Party.PARTNER
                ? activation.partnerName()
                : texts.get(language, "party." + problem.turnOf());
        return texts.get(language, "arranging." + problem.nextStep(), who)
                + " "
                + texts.get(language, "advised.nothing");
    }
}
