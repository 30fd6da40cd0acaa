package org.activationdesk.process;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Supplier;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.followup.FollowUpSettings;
import org.activationdesk.process.ActivationModel.Expression;
import org.activationdesk.process.ActivationModel.UserTask;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Lets expressions of the models ask the record who holds a task and in which language, and the settings how often the
 * desk follows up. The answers are derived when they
 * are needed, so there is no variable that could grow old or be overwritten by a form.
 */
class RecordResolver extends ELResolver {
    private final Supplier<Activations> activations;
    private final Supplier<FollowUpSettings> followUp;

    RecordResolver(Supplier<Activations> activations, Supplier<FollowUpSettings> followUp) {
        this.activations = activations;
        this.followUp = followUp;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Object scope = context.getContext(VariableScope.class);
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        Object value = name.equals(Expression.FOLLOW_UP_CYCLE) ? followUp.get().cycle() : value(name, scope);
        context.setPropertyResolved(value != null);
        return value;
    }

    private Object value(String name, Object scope) {
        return scope instanceof TaskEntity task
                ? value(name, task.getExecution(), task.getTaskDefinitionKey())
                : scope instanceof ExecutionEntity execution ? value(name, execution, execution.getActivityId()) : null;
    }

    private Object value(String name, ExecutionEntity execution, String activity) {
        return switch (name) {
            case Expression.ADMINISTRATOR -> activation(execution).accountId();
            case Expression.PARTNER -> "partner-" + activation(execution).partnerId();
            case Expression.LANGUAGE ->
                activation(execution).languageOf(UserTask.of(activity).holder()).code();
            default -> null;
        };
    }

    private Activation activation(ExecutionEntity execution) {
        return activations.get().get(OrderKey.of(execution.getProcessBusinessKey()));
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // The record is changed by those who own it, never by an expression.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
