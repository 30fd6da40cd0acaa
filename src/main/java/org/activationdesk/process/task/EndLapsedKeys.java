package org.activationdesk.process.task;

import org.activationdesk.followup.Lapses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class EndLapsedKeys implements JavaDelegate {
    private final Lapses lapses;

    EndLapsedKeys(Lapses lapses) {
        this.lapses = lapses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lapses.end();
    }
}
