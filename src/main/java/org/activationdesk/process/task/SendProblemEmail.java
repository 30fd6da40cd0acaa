package org.activationdesk.process.task;

import org.activationdesk.problem.ProblemLetters;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendProblemEmail implements JavaDelegate {
    private final ProblemLetters letters;

    SendProblemEmail(ProblemLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.send(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
