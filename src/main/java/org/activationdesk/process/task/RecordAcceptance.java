package org.activationdesk.process.task;

import org.activationdesk.activation.Acceptances;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordAcceptance implements JavaDelegate {
    private final Acceptances acceptances;
    private final Answers answers;

    RecordAcceptance(Acceptances acceptances, Answers answers) {
        this.acceptances = acceptances;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.keep(execution, acceptances::record);
    }
}
