package org.activationdesk.process;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Party;
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
    /** What has no value at times: a task for a group has no assignee, and not everything waits. */
    private static final Set<String> CAN_BE_NOBODY = Set.of(Expression.PROBLEM_OWNER, Expression.WAITS_UNTIL);

    private static final String MANAGERS = "managers";

    private final Supplier<Activations> activations;
    private final Supplier<Holders> holders;
    private final Supplier<FollowUpSettings> followUp;

    RecordResolver(Supplier<Activations> activations, Supplier<Holders> holders, Supplier<FollowUpSettings> followUp) {
        this.activations = activations;
        this.holders = holders;
        this.followUp = followUp;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Object scope = context.getContext(VariableScope.class);
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        Object value = name.equals(Expression.FOLLOW_UP_CYCLE) ? followUp.get().cycle() : value(name, scope);
        context.setPropertyResolved(value != null || scope != null && CAN_BE_NOBODY.contains(name));
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
            case Expression.PARTNER -> partner(activation(execution));
            case Expression.LANGUAGE ->
                holders.get()
                        .readersLanguage(UserTask.of(activity), activation(execution))
                        .code();
            case Expression.PROBLEM_OWNER -> problemOwner(activation(execution));
            case Expression.PROBLEM_OWNERS -> problemOwners(activation(execution));
            case Expression.WAITS_UNTIL ->
                Optional.ofNullable(holders.get().problem(activation(execution)).waitsUntil())
                        .map(Date::from)
                        .orElse(null);
            default -> null;
        };
    }

    private String problemOwner(Activation activation) {
        return holder(activation) == Party.ADMINISTRATOR ? activation.accountId() : null;
    }

    private List<String> problemOwners(Activation activation) {
        return switch (holder(activation)) {
            case PARTNER -> List.of(partner(activation));
            case MANAGERS -> List.of(MANAGERS);
            default -> List.of();
        };
    }

    private Party holder(Activation activation) {
        return holders.get().of(UserTask.RESOLVE_ACTIVATION_PROBLEM, activation);
    }

    private static String partner(Activation activation) {
        return "partner-" + activation.partnerId();
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
