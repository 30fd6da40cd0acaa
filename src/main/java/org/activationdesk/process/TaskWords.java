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
import org.springframework.stereotype.Component;

/** Names a new task in the language of whoever gets it, so that the diagram can keep its plain English labels. */
@Component
class TaskWords implements TaskListener {
    /** Of the engine's column for names. */
    private static final int LONGEST = 255;

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
        // To search for in Tasklist; the name says the rest. Of the task and not of the process, because whoever has
        // only this task reads only its own.
        task.setVariableLocal(Variable.ORDER, activation.order().number());
        if (task.hasVariable(Variable.REFUSAL)) {
            // Lived until here; from now on the task keeps it for its form.
            task.setVariableLocal(Variable.REFUSAL, MarkdownText.of((String) task.getVariable(Variable.REFUSAL)));
        }
    }

    private String words(UserTask kind, String part, Activation activation) {
        Language language = holders.language(kind, activation);
        String words = texts.get(
                language,
                "task." + kind.form() + "." + part,
                activation.product(),
                activation.quantity(),
                activation.organisation(),
                activation.order().number());
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
