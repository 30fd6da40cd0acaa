package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.process.ActivationModel.UserTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The models keep the naming chain: label, id, expression and class say the same thing, and nothing is left over. */
class ModelRulesTest {
    private static final Path FILE = Path.of("processes", ActivationModel.PROCESS + ".bpmn");
    private static final Path FOLLOW_UP = Path.of("processes", "follow-up.bpmn");
    private static final Path MAIL_REDELIVERY = Path.of("processes", "mail-redelivery.bpmn");
    /** The problem is told from within other steps of the same process, which have to end first. */
    private static final Set<String> APART = Set.of("Send mail again", "Send problem e-mail");

    private static final Set<String> FOLLOW_UP_TASKS =
            Set.of("End lapsed keys", "Close settled tasks", "Escalate silence", "Remind people");

    private final BpmnModelInstance model = Bpmn.readModelFromFile(FILE.toFile());
    private final BpmnModelInstance followUp = Bpmn.readModelFromFile(FOLLOW_UP.toFile());
    private final BpmnModelInstance mailRedelivery = Bpmn.readModelFromFile(MAIL_REDELIVERY.toFile());

    @Test
    void the_process_id_is_the_file_name_and_history_has_an_end() {
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId()).isEqualTo(ActivationModel.PROCESS);
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P2555D");
        assertThat(process.isCamundaStartableInTasklist()).isFalse();

        Map.of("follow-up", followUp, ActivationModel.MAIL_REDELIVERY, mailRedelivery)
                .forEach((name, file) -> {
                    Process often = file.getModelElementsByType(Process.class)
                            .iterator()
                            .next();
                    assertThat(often.getId()).isEqualTo(name);
                    assertThat(often.getCamundaHistoryTimeToLiveString()).isEqualTo("P30D");
                    assertThat(often.isCamundaStartableInTasklist()).isFalse();
                });
    }

    @Test
    void every_id_says_what_its_label_says() {
        for (FlowNode node : all(FlowNode.class)) {
            assertThat(node.getName()).as("label of " + node.getId()).isNotBlank();
            assertThat(node.getId()).isEqualTo(NamingChain.prefix(node) + "_" + NamingChain.pascalCase(node.getName()));
        }
    }

    @Test
    void every_flow_is_named_by_its_ends_or_by_the_answer_to_its_question() {
        for (SequenceFlow flow : all(SequenceFlow.class)) {
            boolean answers = flow.getSource() instanceof Gateway gateway
                    && gateway.getOutgoing().size() > 1;
            String name = answers
                    ? NamingChain.bare(flow.getSource()) + NamingChain.pascalCase(flow.getName())
                    : NamingChain.bare(flow.getSource()) + "_" + NamingChain.bare(flow.getTarget());
            assertThat(flow.getId()).isEqualTo("Flow_" + name);
            assertThat(flow.getConditionExpression() != null).isEqualTo(answers);
        }
    }

    @Test
    void every_gateway_asks_a_question() {
        assertThat(all(Gateway.class))
                .allSatisfy(gateway -> assertThat(gateway.getName()).endsWith("?"));
    }

    @Test
    void every_service_task_has_the_class_of_its_label_and_no_class_is_left_over() {
        Set<String> labels = all(ServiceTask.class).stream()
                .map(task -> NamingChain.pascalCase(task.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        all(BusinessRuleTask.class).forEach(task -> {
            labels.add(NamingChain.pascalCase(task.getName()));
            assertThat(task.getCamundaDelegateExpression())
                    .isEqualTo("${" + NamingChain.decapitalised(NamingChain.pascalCase(task.getName())) + "}");
        });
        all(ServiceTask.class).forEach(task -> assertThat(task.getCamundaDelegateExpression())
                .isEqualTo("${" + NamingChain.decapitalised(NamingChain.pascalCase(task.getName())) + "}"));
        assertThat(labels).isEqualTo(taskClasses());
    }

    private static Set<String> taskClasses() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scanner.findCandidateComponents("org.activationdesk.process.task").stream()
                .map(bean -> bean.getBeanClassName()
                        .substring(bean.getBeanClassName().lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void what_leaves_the_process_or_takes_long_starts_in_a_transaction_of_its_own_and_nothing_else_does() {
        assertThat(all(ServiceTask.class).stream()
                        .filter(ServiceTask::isCamundaAsyncBefore)
                        .map(ServiceTask::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(APART, FOLLOW_UP_TASKS).flatMap(Set::stream).toList());
    }

    @Test
    void the_user_tasks_of_model_and_code_are_the_same() throws IOException {
        Collection<org.camunda.bpm.model.bpmn.instance.UserTask> tasks =
                all(org.camunda.bpm.model.bpmn.instance.UserTask.class);
        assertThat(tasks.stream().map(FlowElement::getId))
                .containsExactlyInAnyOrder(
                        Arrays.stream(UserTask.values()).map(UserTask::id).toArray(String[]::new));
        for (var task : tasks) {
            UserTask known = UserTask.of(task.getId());
            assertThat(task.getCamundaFormRef()).isEqualTo(known.form() + "-${language}");
            assertThat(task.getCamundaFormHandlerClass()).isEqualTo(TaskForm.class.getName());
            assertThat(task.getOutgoing()).hasSize(1).allSatisfy(flow -> assertThat(
                            UserTask.recordedBy(flow.getTarget().getId()))
                    .isEqualTo(known));
            assertThat(Path.of("forms", known.form() + ".form")).exists();
        }
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            assertThat(forms).hasSize(UserTask.values().length);
        }
    }

    @Test
    void every_check_of_an_answer_can_send_its_task_back() {
        for (UserTask task : UserTask.values()) {
            ServiceTask recorder = (ServiceTask) ((FlowNode) model.getModelElementById(task.id()))
                    .getOutgoing()
                    .iterator()
                    .next()
                    .getTarget();
            assertThat(all(BoundaryEvent.class))
                    .filteredOn(event -> event.getAttachedTo().equals(recorder))
                    .singleElement()
                    .satisfies(event -> assertThat(event.getOutgoing()
                                    .iterator()
                                    .next()
                                    .getTarget()
                                    .getId())
                            .isEqualTo(task.id()));
        }
    }

    @Test
    void messages_and_errors_are_those_of_the_code() throws IllegalAccessException {
        assertThat(names(Message.class)).isEqualTo(constants(ActivationModel.Message.class));
        assertThat(model.getModelElementsByType(Error.class).stream().map(Error::getErrorCode))
                .containsExactlyInAnyOrderElementsOf(constants(ActivationModel.Error.class));
    }

    @Test
    void nothing_runs_a_script() {
        assertThat(all(ScriptTask.class)).isEmpty();
        assertThat(all(SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .allSatisfy(flow ->
                        assertThat(flow.getConditionExpression().getLanguage()).isNull());
    }

    private Set<String> names(Class<Message> type) {
        return model.getModelElementsByType(type).stream().map(Message::getName).collect(Collectors.toSet());
    }

    private static Set<String> constants(Class<?> holder) throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (var field : holder.getDeclaredFields()) {
            if (field.getType() == String.class) {
                values.add((String) field.get(null));
            }
        }
        return values;
    }

    private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(Class<T> type) {
        return Stream.of(model, followUp, mailRedelivery)
                .flatMap(file -> file.getModelElementsByType(type).stream())
                .toList();
    }
}
