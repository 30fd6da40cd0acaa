package org.activationdesk.process.task;

import org.activationdesk.followup.HelpRequests;
import org.activationdesk.process.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordPartnersHelp implements JavaDelegate {
    private final HelpRequests requests;
    private final Answers answers;

    RecordPartnersHelp(HelpRequests requests, Answers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.keep(execution, requests::recordPartnersHelp);
    }
}
