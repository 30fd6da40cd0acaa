package org.activationdesk.process.task;

import org.activationdesk.activation.Renewals;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RecordRenewal implements JavaDelegate {
    private final Renewals renewals;
    private final Answers answers;

    RecordRenewal(Renewals renewals, Answers answers) {
        this.renewals = renewals;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean seen = answers.record(execution, renewals::record);
        execution.setVariable(Variable.CHANGE_SEEN, Variables.booleanValue(seen, true));
    }
}
