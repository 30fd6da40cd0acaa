package org.activationdesk.process.task;

import org.activationdesk.activation.Invitations;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendActivationEmail implements JavaDelegate {
    private final Invitations invitations;

    SendActivationEmail(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.send(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
