package org.activationdesk.process.task;

import java.util.UUID;
import org.activationdesk.mail.Delivery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendMailAgain implements JavaDelegate {
    private final Delivery delivery;

    SendMailAgain(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.again(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
