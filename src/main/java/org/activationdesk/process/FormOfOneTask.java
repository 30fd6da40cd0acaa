package org.activationdesk.process;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Which form a task has. The lists of Tasklist do not show it, but the engine would evaluate it for each task in them, and so
 * ask the database for the process and for the record of each; so a list does not say it, and a task that is opened does.
 */
class FormOfOneTask implements Expression {
    private final Expression form;

    FormOfOneTask(Expression form) {
        this.form = form;
    }

    @Override
    public Object getValue(VariableScope task) {
        return isForList() ? null : form.getValue(task);
    }

    private static boolean isForList() {
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        return command instanceof ExecuteFilterListPageCmd || command instanceof ExecuteFilterListCmd;
    }

    @Override
    public void setValue(Object value, VariableScope task) {
        form.setValue(value, task);
    }

    @Override
    public String getExpressionText() {
        return form.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return form.isLiteralText();
    }
}
