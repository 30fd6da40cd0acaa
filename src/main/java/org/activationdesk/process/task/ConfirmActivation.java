package org.activationdesk.process.task;

import org.activationdesk.activation.Renewals;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ConfirmActivation implements JavaDelegate {
    private final Renewals renewals;

    ConfirmActivation(Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        renewals.confirm(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
