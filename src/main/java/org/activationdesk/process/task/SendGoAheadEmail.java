package org.activationdesk.process.task;

import org.activationdesk.activation.Invitations;
import org.activationdesk.mail.RecipientRejected;
import org.activationdesk.process.ActivationModel.Error;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.BpmnError;
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
        try {
            invitations.sendGoAhead(OrderKey.of(execution.getProcessBusinessKey()));
        } catch (RecipientRejected rejected) {
            throw new BpmnError(Error.RECIPIENT_REJECTED, rejected.getMessage());
        }
    }
}
