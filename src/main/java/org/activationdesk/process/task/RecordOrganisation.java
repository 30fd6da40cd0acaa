package org.activationdesk.process.task;

import org.activationdesk.activation.OrganisationQuestion;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RecordOrganisation implements JavaDelegate {
    private final OrganisationQuestion question;
    private final Answers answers;

    RecordOrganisation(OrganisationQuestion question, Answers answers) {
        this.question = question;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean customers = answers.record(execution, question::record);
        execution.setVariable(Variable.CUSTOMERS_ORGANISATION, Variables.booleanValue(customers, true));
    }
}
