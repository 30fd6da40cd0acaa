package org.activationdesk.process;

import java.util.List;
import org.activationdesk.ledger.Ledger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * What a step has written into the record goes to the database before what the engine has: two that come at the same moment
 * meet at the row of the activation, and never hold what the other one wants.
 */
@Component
class LedgerPlugin extends AbstractProcessEnginePlugin {
    private final Ledger ledger;

    LedgerPlugin(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new RecordFirst(ledger)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new RecordFirst(ledger)));
    }

    /** Right before the engine ends a command, and with it writes. */
    private static final class RecordFirst extends CommandInterceptor {
        private final Ledger ledger;

        RecordFirst(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public <T> T execute(Command<T> command) {
            T result = next.execute(command);
            ledger.write();
            return result;
        }
    }
}
