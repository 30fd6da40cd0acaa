package org.activationdesk.process.task;

import org.activationdesk.activation.Invitations;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendGoAheadEmail implements JavaDelegate {
    private final Invitations invitations;

    SendGoAheadEmail(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.sendGoAhead(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
