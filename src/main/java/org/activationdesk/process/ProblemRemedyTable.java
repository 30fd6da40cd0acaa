package org.activationdesk.process;

import java.time.Duration;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Owner;
import org.activationdesk.problem.Remedies;
import org.activationdesk.problem.Remedy;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table, in the version that was deployed last. */
@Component
class ProblemRemedyTable implements Remedies {
    private final DecisionService decisions;

    ProblemRemedyTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Remedy of(KnownProblem problem, int before, boolean administratorKnown) {
        return remedy(decisions
                .evaluateDecisionTableByKey(ActivationModel.PROBLEM_REMEDY, inputs(problem, before, administratorKnown))
                .getSingleResult());
    }

    static VariableMap inputs(KnownProblem problem, int before, boolean administratorKnown) {
        return Variables.putValue("problem", problem.name())
                .putValue("before", before)
                .putValue("administratorKnown", administratorKnown);
    }

    static Remedy remedy(DmnDecisionRuleResult row) {
        return new Remedy(
                Owner.of(row.getEntry("owner")),
                row.getEntry("advice"),
                Duration.ofMinutes(row.<Number>getEntry("waitMinutes").longValue()),
                row.getEntry("nextStep"));
    }
}
