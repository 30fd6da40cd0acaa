package org.activationdesk.process.task;

import org.activationdesk.followup.Lapses;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class TellWhatIsLost implements JavaDelegate {
    private final Lapses lapses;

    TellWhatIsLost(Lapses lapses) {
        this.lapses = lapses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lapses.tell(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
