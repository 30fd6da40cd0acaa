package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test for each row of the table, and one for what goes before what. */
class WhyNoMailTest {
    private static final Path FILE = Path.of("processes", ActivationModel.WHY_NO_MAIL + ".dmn");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            orderKnown         | false                 | F7 | partner       | place-order
            contactKnown       | false                 | F1 | partner       | name-administrator
            usageStartsLater   | true                  | F7 | partner       | wait-for-usage-date
            mailState          | BOUNCED               | F5 | partner       | correct-address
            mailState          | FAILED                | F5 | partner       | correct-address
            escalationReason   | not-the-administrator | F2 | partner       | name-another
            escalationReason   | administrator-silent  | F2 | partner       | name-another
            earlierOrderActive | true                  | F6 | administrator | check-licences
            publicMailDomain   | true                  | F5 | partner       | correct-address
            mailState          | AUTO_REPLIED          | F3 | administrator | find-deputy
            linkExpired        | true                  | F8 | desk          | send-new-link
            mailState          | DELAYED               | F4 | desk          | wait-for-delivery
            mailState          | QUEUED                | F4 | desk          | wait-for-delivery
            orderedOn          | 2024-03-31            | F9 | administrator | use-portal
            orderedOn          | 2024-04-01            | F4 | administrator | search-mailbox
            """)
    void every_row_names_problem_owner_and_next_step(
            String fact, String value, String problem, String owner, String nextStep) throws IOException {
        DmnDecisionRuleResult row = decide(Map.of(fact, parsed(value)));
        assertThat(row.getEntryMap())
                .containsEntry("problem", problem)
                .containsEntry("owner", owner)
                .containsEntry("nextStep", nextStep);
    }

    @Test
    void what_is_certain_is_named_before_what_may_be() throws IOException {
        assertThat(decide(Map.of("usageStartsLater", true, "mailState", "BOUNCED"))
                        .<String>getEntry("problem"))
                .isEqualTo("F5");
        assertThat(decide(Map.of("publicMailDomain", true, "linkExpired", true)).<String>getEntry("problem"))
                .isEqualTo("F5");
    }

    @Test
    void every_next_step_has_its_sentence() throws IOException {
        Properties words = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/messages_en.properties")) {
            words.load(in);
        }
        TreeSet<String> steps = new TreeSet<>();
        for (Rule rule : Dmn.readModelFromFile(FILE.toFile()).getModelElementsByType(Rule.class)) {
            List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
            steps.add("diagnosis." + entries.get(2).getText().getTextContent().replace("\"", ""));
        }
        assertThat(words.stringPropertyNames())
                .filteredOn(key -> key.startsWith("diagnosis."))
                .containsExactlyInAnyOrderElementsOf(steps);
    }

    private static Object parsed(String value) {
        return value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
    }

    /** Nothing is wrong but the given facts. */
    private DmnDecisionRuleResult decide(Map<String, Object> facts) throws IOException {
        Map<String, Object> all = new HashMap<>(Map.of(
                "orderKnown", true,
                "contactKnown", true,
                "usageStartsLater", false,
                "mailState", "ACCEPTED",
                "earlierOrderActive", false,
                "publicMailDomain", false,
                "linkExpired", false,
                "orderedOn", "2026-11-01"));
        all.put("escalationReason", null);
        all.putAll(facts);
        try (InputStream in = Files.newInputStream(FILE)) {
            DmnDecision decision = engine.parseDecision(ActivationModel.WHY_NO_MAIL, in);
            return engine.evaluateDecisionTable(decision, all).getSingleResult();
        }
    }
}
