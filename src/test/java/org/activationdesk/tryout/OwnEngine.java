package org.activationdesk.tryout;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The web apps ask a static register for the engine, in which the desk that started last would stand: each test stands in it. */
final class OwnEngine implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        ProcessEngines.registerProcessEngine(
                SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
    }
}
