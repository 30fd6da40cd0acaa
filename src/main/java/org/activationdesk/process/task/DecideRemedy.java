package org.activationdesk.process.task;

import org.activationdesk.problem.Problems;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class DecideRemedy implements JavaDelegate {
    private final Problems problems;

    DecideRemedy(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        problems.decide(OrderKey.of(execution.getProcessBusinessKey()));
    }
}
