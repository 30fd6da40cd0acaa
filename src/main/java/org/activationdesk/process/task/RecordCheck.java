package org.activationdesk.process.task;

import org.activationdesk.activation.SubscriptionChecks;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RecordCheck implements JavaDelegate {
    private final SubscriptionChecks checks;
    private final Answers answers;

    RecordCheck(SubscriptionChecks checks, Answers answers) {
        this.checks = checks;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean seen = answers.record(execution, checks::record);
        execution.setVariable(Variable.CHANGE_SEEN, Variables.booleanValue(seen, true));
    }
}
