package org.activationdesk.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.activationdesk.followup.Cadence;
import org.activationdesk.followup.Cadences;
import org.activationdesk.followup.Situation;
import org.activationdesk.followup.Step;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table, in the version that was deployed last. What a version says in a situation never changes, so each
 * is asked once: the engine writes every evaluation into its history, which a hundred thousand waiting activations would
 * otherwise fill four times an hour.
 */
@Component
class FollowUpTable implements Cadences {
    /** The id of the decision, and the name of its file. */
    static final String DECISION = "follow-up";

    private static final String OUTPUT = "step";
    private static final int MOST_KNOWN = 50_000;

    private final Map<Asked, Step> known = new ConcurrentHashMap<>();
    private final DecisionService decisions;
    private final RepositoryService repository;

    FollowUpTable(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Cadence current() {
        String version = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult()
                .getId();
        return new Cadence() {
            @Override
            public String version() {
                return version;
            }

            @Override
            public Step next(Situation situation) {
                return step(new Asked(version, situation));
            }
        };
    }

    private Step step(Asked asked) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(asked, this::evaluate);
    }

    private Step evaluate(Asked asked) {
        DmnDecisionTableResult result = decisions.evaluateDecisionTableById(asked.version(), inputs(asked.situation()));
        return result.isEmpty() ? Step.NONE : Step.of(result.getSingleResult().getEntry(OUTPUT));
    }

    static Map<String, Object> inputs(Situation situation) {
        return Variables.putValue("stage", situation.stage().name())
                .putValue("waited", situation.waited())
                .putValue("reminders", situation.reminders())
                .putValue("sinceReminder", situation.sinceReminder())
                .putValue("escalated", situation.escalated())
                .putValue("daysLeft", situation.daysLeft());
    }

    private record Asked(String version, Situation situation) {}
}
