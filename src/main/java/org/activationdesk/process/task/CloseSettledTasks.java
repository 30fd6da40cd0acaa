package org.activationdesk.process.task;

import org.activationdesk.followup.Escalations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseSettledTasks implements JavaDelegate {
    private final Escalations escalations;

    CloseSettledTasks(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.settle();
    }
}
