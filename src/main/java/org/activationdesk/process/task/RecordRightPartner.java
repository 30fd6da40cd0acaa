package org.activationdesk.process.task;

import org.activationdesk.activation.PartnerQuestions;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RecordRightPartner implements JavaDelegate {
    private final PartnerQuestions questions;
    private final Answers answers;

    RecordRightPartner(PartnerQuestions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean found = answers.record(execution, questions::recordRightPartner);
        execution.setVariable(Variable.RIGHT_PARTNER_FOUND, Variables.booleanValue(found, true));
    }
}
