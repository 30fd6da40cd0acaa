package org.activationdesk.process.task;

import org.activationdesk.activation.AdministratorSearch;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class FindOnlineAdministrator implements JavaDelegate {
    private final AdministratorSearch search;

    FindOnlineAdministrator(AdministratorSearch search) {
        this.search = search;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean known = search.find(OrderKey.of(execution.getProcessBusinessKey()));
        execution.setVariable(Variable.ADMINISTRATOR_KNOWN, Variables.booleanValue(known, true));
    }
}
