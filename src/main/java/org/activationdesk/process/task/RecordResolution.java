package org.activationdesk.process.task;

import org.activationdesk.problem.Resolutions;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RecordResolution implements JavaDelegate {
    private final Resolutions resolutions;
    private final Answers answers;

    RecordResolution(Resolutions resolutions, Answers answers) {
        this.resolutions = resolutions;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean resolved = answers.record(execution, resolutions::record);
        execution.setVariable(Variable.PROBLEM_RESOLVED, Variables.booleanValue(resolved, true));
    }
}
