package org.activationdesk.process;

import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.Problems;
import org.activationdesk.process.ActivationModel.UserTask;
import org.springframework.stereotype.Component;

/** Who holds a task: mostly its kind says so, and with a problem whoever it belongs to now. */
@Component
class Holders {
    private final Problems problems;

    Holders(Problems problems) {
        this.problems = problems;
    }

    Party of(UserTask task, Activation activation) {
        return task == UserTask.RESOLVE_ACTIVATION_PROBLEM ? problem(activation).holder(activation) : task.holder();
    }

    /** The language in which the holder is spoken to. */
    Language language(UserTask task, Activation activation) {
        return activation.languageOf(of(task, activation));
    }

    /** The language of whoever is looking at the task; the holder's where nobody is. */
    Language readersLanguage(UserTask task, Activation activation) {
        return Language.ofReader().orElseGet(() -> language(task, activation));
    }

    /** The problem that the task of an activation is about, or was about until a moment ago. */
    Problem problem(Activation activation) {
        return problems.newest(activation.order()).orElseThrow();
    }
}
