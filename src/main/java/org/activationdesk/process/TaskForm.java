package org.activationdesk.process;

import java.util.function.Supplier;
import org.activationdesk.process.ActivationModel.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The form behind every user task ({@code camunda:formHandlerClass} in the model). What it shows is read from the record
 * when it is opened. What somebody submits, forged or not, becomes one variable that lives until the next task has checked
 * it: a form can neither write nor overwrite anything in the process.
 */
public class TaskForm extends DefaultTaskFormHandler {
    private Supplier<FormContents> contents;

    void shows(Supplier<FormContents> contents) {
        this.contents = contents;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormData form = super.createTaskForm(task);
        contents.get().of(task).forEach((name, value) -> form.getFormFields().add(field(name, value)));
        return form;
    }

    private static FormFieldImpl field(String name, Object value) {
        FormFieldImpl field = new FormFieldImpl();
        field.setId(name);
        field.setValue(value instanceof TypedValue typed ? typed : Variables.untypedValue(value));
        return field;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope task) {
        task.setVariable(Variable.ANSWER, Answers.packed(submitted));
    }
}
