package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table as it ships with the desk, which remembers the rows that answered and those that were tested. */
class TestedTable {
    private final String id;
    private final DmnModelInstance model;
    private final List<String> matched = new ArrayList<>();
    private final Set<String> tested = new TreeSet<>();
    private final DmnEngine engine;
    private final DmnDecision decision;

    /** @param id of the decision, and the name of its file */
    TestedTable(String id) {
        this.id = id;
        this.model = Dmn.readModelFromFile(new File("processes/" + id + ".dmn"));
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> event.getMatchingRules()
                .forEach(rule -> matched.add(rule.getId())));
        this.engine = configuration.buildEngine();
        this.decision = engine.parseDecision(id, model);
    }

    DmnDecisionTableResult evaluate(Map<String, Object> inputs) {
        matched.clear();
        return engine.evaluateDecisionTable(decision, inputs);
    }

    /** The rows that match what was evaluated last, in their order. */
    List<String> matched() {
        return matched;
    }

    void tested(String row) {
        tested.add(row);
    }

    Stream<Rule> rows() {
        return model.getModelElementsByType(Rule.class).stream();
    }

    void hasOnlyTestedRows() {
        assertThat(tested).isEqualTo(rows().map(Rule::getId).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The decision id is the file name, the first row that matches counts, and history has an end. */
    void keepsItsHistoryFor(String timeToLive) {
        assertThat(model.getModelElementsByType(Decision.class)).singleElement().satisfies(table -> {
            assertThat(table.getId()).isEqualTo(id);
            assertThat(table.getCamundaHistoryTimeToLiveString()).isEqualTo(timeToLive);
        });
        assertThat(model.getModelElementsByType(DecisionTable.class))
                .allSatisfy(table -> assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.FIRST));
    }
}
