package org.activationdesk.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** How a label becomes an id, an expression and the name of a class. */
final class NamingChain {
    private NamingChain() {}

    static String prefix(FlowNode node) {
        if (node instanceof BoundaryEvent event) {
            return event.getEventDefinitions().iterator().next() instanceof ErrorEventDefinition ? "Error" : "Message";
        }
        if (node instanceof IntermediateCatchEvent) {
            return "Timer";
        }
        List<Class<? extends FlowNode>> plain = List.of(
                ServiceTask.class,
                org.camunda.bpm.model.bpmn.instance.UserTask.class,
                ReceiveTask.class,
                BusinessRuleTask.class,
                SubProcess.class);
        return node instanceof StartEvent
                ? "Start"
                : node instanceof EndEvent
                        ? "End"
                        : node instanceof Gateway
                                ? "Gateway"
                                : plain.stream()
                                        .filter(type -> type.isInstance(node))
                                        .map(Class::getSimpleName)
                                        .findFirst()
                                        .orElseThrow();
    }

    static String bare(FlowNode node) {
        return node.getId().substring(node.getId().indexOf('_') + 1);
    }

    /** "Record partner's answer" becomes RecordPartnersAnswer. */
    static String pascalCase(String label) {
        return Arrays.stream(label.replaceAll("(?i)e-mail", "email")
                        .replaceAll("['’]", "")
                        .split("[^A-Za-z0-9]+"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
