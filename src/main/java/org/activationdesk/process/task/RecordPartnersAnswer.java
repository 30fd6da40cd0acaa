package org.activationdesk.process.task;

import org.activationdesk.activation.PartnerQuestions;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RecordPartnersAnswer implements JavaDelegate {
    private final PartnerQuestions questions;
    private final Answers answers;

    RecordPartnersAnswer(PartnerQuestions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String outcome = answers.record(execution, questions::recordAnswer);
        execution.setVariable(Variable.PARTNERS_ANSWER, Variables.stringValue(outcome, true));
    }
}
