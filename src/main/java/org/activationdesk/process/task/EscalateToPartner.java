package org.activationdesk.process.task;

import org.activationdesk.activation.PartnerQuestions;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class EscalateToPartner implements JavaDelegate {
    private final PartnerQuestions questions;

    EscalateToPartner(PartnerQuestions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.ask(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
