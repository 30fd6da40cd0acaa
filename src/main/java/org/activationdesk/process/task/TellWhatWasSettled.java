package org.activationdesk.process.task;

import org.activationdesk.followup.HelpRequests;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class TellWhatWasSettled implements JavaDelegate {
    private final HelpRequests requests;

    TellWhatWasSettled(HelpRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.tellSettled(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
