package org.activationdesk.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Answer;
import org.activationdesk.activation.AnswerRefused;
import org.activationdesk.language.Texts;
import org.activationdesk.problem.KeyMask;
import org.activationdesk.process.ActivationModel.Error;
import org.activationdesk.process.ActivationModel.UserTask;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Hands what a form has sent to whoever records it; a refused answer brings the task back with the reason in its form. */
@Component
public class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    /** Characters that the engine's column of a text takes. */
    private static final int LONGEST_VARIABLE = 4000;

    private final Activations activations;
    private final Holders holders;
    private final Texts texts;

    Answers(Activations activations, Holders holders, Texts texts) {
        this.activations = activations;
        this.holders = holders;
        this.texts = texts;
    }

    /** Records the answer to the task before this one. */
    public <T> T record(DelegateExecution execution, BiFunction<OrderKey, Answer, T> recorder) {
        OrderKey order = OrderKey.of(execution.getProcessBusinessKey());
        Answer answer = new Answer(who(execution), fields(execution));
        try {
            return recorder.apply(order, answer);
        } catch (AnswerRefused refused) {
            execution.setVariable(Variable.REFUSAL, Variables.stringValue(sentence(execution, order, refused), true));
            execution.setVariable(Variable.TYPED, Variables.stringValue(kept(answer, refused), true));
            throw new BpmnError(Error.ANSWER_REFUSED, refused.getMessage());
        }
    }

    /** Records the answer to the task before this one, where it has no outcome that the process must know. */
    public void keep(DelegateExecution execution, BiConsumer<OrderKey, Answer> recorder) {
        record(execution, (order, answer) -> {
            recorder.accept(order, answer);
            return null;
        });
    }

    /**
     * What a form has sent, for the next task only: it is never stored.
     *
     * @throws BadUserRequestException for anything but texts, numbers and yes or no, which no form of the desk sends
     */
    static TypedValue packed(VariableMap submitted) {
        if (!submitted.keySet().stream().allMatch(field -> isPlain(submitted.getValueTyped(field)))) {
            throw new BadUserRequestException("A form sends texts, numbers and yes or no.");
        }
        return Variables.stringValue(json(submitted), true);
    }

    private static boolean isPlain(TypedValue sent) {
        Object value = sent == null || sent instanceof SerializableValue ? sent : sent.getValue();
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What was typed or chosen, for the form to show it again. What confirms something is confirmed anew, and of fields that
     * the form does not have nothing is kept.
     */
    private static String kept(Answer answer, AnswerRefused refused) {
        Map<String, Object> typed = new HashMap<>();
        if (!refused.code().equals("unknown-field")) {
            answer.fields().forEach((field, value) -> {
                if (value instanceof String text) {
                    typed.put(field, KeyMask.mask(text));
                }
            });
        }
        String kept = json(typed);
        return kept.length() > LONGEST_VARIABLE ? json(Map.of()) : kept;
    }

    /** The fields of an answer that was packed or kept; none where there is no answer. */
    static Map<String, Object> unpacked(String answer) {
        try {
            return answer == null ? Map.of() : JSON.readValue(answer, FIELDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String who(DelegateExecution execution) {
        return Optional.ofNullable(execution
                        .getProcessEngineServices()
                        .getIdentityService()
                        .getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElse("engine");
    }

    private static Map<String, Object> fields(DelegateExecution execution) {
        String answer = (String) execution.getVariable(Variable.ANSWER);
        execution.removeVariable(Variable.ANSWER);
        return unpacked(answer);
    }

    private String sentence(DelegateExecution execution, OrderKey order, AnswerRefused refused) {
        Activation activation = activations.get(order);
        UserTask task = UserTask.recordedBy(execution.getCurrentActivityId());
        return texts.get(holders.readersLanguage(task, activation), "refusal." + refused.code(), refused.arguments());
    }
}
