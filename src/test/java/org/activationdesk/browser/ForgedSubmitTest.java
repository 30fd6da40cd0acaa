package org.activationdesk.browser;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The bound administrator, with a session and a token that are right, sends what no form would send. */
class ForgedSubmitTest extends BrowserStory {
    private static final Map<String, Object> HONEST = Map.of("accepted", true, "agreementVersion", "2026-12");

    @Autowired
    private ProcessEngine engine;

    private String order;
    private Person administrator;
    private String recorded;
    private Map<String, Object> variables;

    @BeforeEach
    void the_administrator_has_the_task() {
        order = purchase(noordzee(), KNOWN, document -> {});
        administrator = browsers.person(ADMIN_FOUNDRY);
        administrator.goTo(link(ADMIN_FOUNDRY.username(), order));
        administrator.press("Sign in with your work or school account");
        administrator.signIn().sees("I have read this text and accept it on behalf of the organisation");
        recorded = everythingRecorded(order);
        variables = processVariables();
    }

    private static Stream<Forgery> forgeries() {
        return Stream.of(
                new Forgery("nothing", Map.of()),
                new Forgery("no version", Map.of("accepted", true)),
                new Forgery("no tick", Map.of("agreementVersion", "2026-12")),
                new Forgery("an empty tick", without("accepted", null)),
                new Forgery("a tick that is off", without("accepted", false)),
                new Forgery("a tick in words", without("accepted", "true")),
                new Forgery("a tick as a number", without("accepted", 1)),
                new Forgery("another version", without("agreementVersion", "2025-01")),
                new Forgery("a version as a number", without("agreementVersion", 202_611)),
                new Forgery("an expression as version", without("agreementVersion", "${execution.id}")),
                new Forgery("another order", without("order", "NZ-9999")),
                new Forgery("another organisation", without("organisation", "Stranger Inc")),
                new Forgery("a decision of the process", without("administratorKnown", false)),
                new Forgery("another decision", without("organisationConfirmed", true)),
                new Forgery("another language", without("language", "nl")),
                new Forgery("its own answer", without("answer", "{\"accepted\":true}")),
                new Forgery("its own refusal", without("refusal", "All is well")));
    }

    /** The honest answer, with one field changed or added. */
    private static Map<String, Object> without(String field, Object value) {
        Map<String, Object> fields = new HashMap<>(HONEST);
        fields.put(field, value);
        return fields;
    }

    @TestFactory
    Stream<DynamicTest> an_answer_that_no_form_sends_brings_the_task_back() {
        return forgeries().map(forgery -> DynamicTest.dynamicTest(forgery.name(), () -> comesBack(forgery.fields())));
    }

    private void comesBack(Map<String, Object> fields) {
        String task = ownTask().path("id").asText();
        APIResponse answer = call("POST", "task/" + task + "/submit-form", Map.of("variables", typed(fields)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        JsonNode again = ownTask();
        assertThat(again.path("id").asText()).isNotEqualTo(task);
        assertThat(again.path("taskDefinitionKey").asText()).isEqualTo("UserTask_AcceptOpenLicenseAgreement");
        JsonNode form = formOf(again.path("id").asText());
        assertThat(form.path("refusal").path("value").asText()).isNotBlank().isNotEqualTo("All is well");
        // As the form's text is Markdown, the hyphen is escaped.
        assertThat(form.path("orderNumber").path("value").asText())
                .isEqualTo(number(order).replace("-", "\\-"));
        assertThat(form.path("organisation").path("value").asText()).isEqualTo("Northgate Foundry");
        nothingHasChanged();
    }

    private static Stream<OtherWay> otherWays() {
        Map<String, Object> accepted = Map.of("variables", typed(HONEST));
        return Stream.of(
                new OtherWay("POST", "complete", accepted),
                new OtherWay("POST", "resolve", accepted),
                new OtherWay("POST", "bpmnError", Map.of("errorCode", "answer-refused")),
                new OtherWay("POST", "bpmnEscalation", Map.of("escalationCode", "any")),
                new OtherWay("POST", "variables", Map.of("modifications", typed(Map.of("order", "NZ-9999")))),
                new OtherWay("PUT", "variables/order", Map.of("value", "NZ-9999", "type", "String")),
                new OtherWay("POST", "localVariables", Map.of("modifications", typed(Map.of("order", "NZ-9999")))),
                new OtherWay("PUT", "localVariables/refusal", Map.of("value", "", "type", "String")),
                new OtherWay("DELETE", "variables/order", null),
                new OtherWay("POST", "assignee", Map.of("userId", "somebody")),
                new OtherWay("POST", "delegate", Map.of("userId", "somebody")),
                new OtherWay("POST", "identity-links", Map.of("userId", "somebody", "type", "candidate")),
                new OtherWay("POST", "unclaim", null),
                new OtherWay("POST", "comment/create", Map.of("message", "hello")),
                new OtherWay("PUT", "", Map.of("name", "Mine", "assignee", "somebody")),
                new OtherWay("DELETE", "", null));
    }

    @TestFactory
    Stream<DynamicTest> there_is_no_other_way_to_end_or_to_change_a_task() {
        return otherWays().map(way -> DynamicTest.dynamicTest(way.method() + " " + way.action(), () -> isNoWay(way)));
    }

    private void isNoWay(OtherWay way) {
        String task = ownTask().path("id").asText();
        String address = "task/" + task + (way.action().isEmpty() ? "" : "/" + way.action());
        assertThat(call(way.method(), address, way.body()).status()).isEqualTo(403);
        assertThat(ownTask().path("id").asText()).isEqualTo(task);
        nothingHasChanged();
    }

    private void nothingHasChanged() {
        assertThat(everythingRecorded(order)).isEqualTo(recorded);
        assertThat(processVariables()).isEqualTo(variables);
    }

    /** Every variable of the process, not of one of its tasks. */
    private Map<String, Object> processVariables() {
        String process = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .singleResult()
                .getId();
        Map<String, Object> values = new HashMap<>();
        engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(process).list().stream()
                .filter(variable -> variable.getTaskId() == null)
                .forEach(variable -> values.put(variable.getName(), variable.getValue()));
        return values;
    }

    private JsonNode ownTask() {
        JsonNode tasks =
                read(call("GET", "task?processInstanceBusinessKey=" + order + "&assignee=" + ADMIN_FOUNDRY.id(), null));
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private JsonNode formOf(String id) {
        return read(call("GET", "task/" + id + "/form-variables", null));
    }

    private APIResponse call(String method, String address, Object body) {
        return administrator.call(method, desk + API + address, body);
    }

    private static Map<String, Object> typed(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> {
            Map<String, Object> variable = new HashMap<>();
            variable.put("value", value);
            variables.put(name, variable);
        });
        return variables;
    }

    private static JsonNode read(APIResponse answer) {
        try {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private record Forgery(String name, Map<String, Object> fields) {}

    private record OtherWay(String method, String action, Map<String, Object> body) {}
}
