package org.activationdesk.process;

import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.process.ActivationModel.UserTask;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Names a new task in the language of whoever gets it, so that the diagram can keep its plain English labels. The name ends
 * with the order number, which people search for in Tasklist.
 */
@Component
class TaskWords implements TaskListener {
    /** Characters of a name within a text: the engine's column takes 255 together, and the order number comes last. */
    private static final int LONGEST_NAME = 64;

    private final Activations activations;
    private final Holders holders;
    private final Texts texts;

    TaskWords(Activations activations, Holders holders, Texts texts) {
        this.activations = activations;
        this.holders = holders;
        this.texts = texts;
    }

    @Override
    public void notify(DelegateTask task) {
        UserTask kind = UserTask.of(task.getTaskDefinitionKey());
        Activation activation = activations.get(OrderKey.of(task.getExecution().getProcessBusinessKey()));
        task.setName(words(kind, "name", activation));
        task.setDescription(words(kind, "description", activation));
        if (task.getExecution().hasVariable(Variable.REFUSAL)) {
            // Lived until here; from now on the task keeps it for its form.
            task.setVariableLocal(Variable.REFUSAL, MarkdownText.of((String) task.getVariable(Variable.REFUSAL)));
            task.setVariableLocal(Variable.TYPED, task.getVariable(Variable.TYPED));
            // The mark that there is a variable to read: see SparedReads.
            ((TaskEntity) task).setLastUpdated(task.getCreateTime());
        }
    }

    private String words(UserTask kind, String part, Activation activation) {
        Language language = holders.language(kind, activation);
        return texts.get(
                language,
                "task." + kind.form() + "." + part,
                cut(activation.product()),
                activation.quantity(),
                cut(activation.organisation()),
                activation.order().number());
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
