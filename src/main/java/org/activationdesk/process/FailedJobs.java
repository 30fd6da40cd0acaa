package org.activationdesk.process;

import org.activationdesk.mail.DeskRefused;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;

/**
 * What fails is tried again as the model says, for up to two days with mails. Where only a person can help, two days would pass
 * for nothing: such a job becomes an incident in Cockpit at once.
 */
@Component
class FailedJobs extends AbstractProcessEnginePlugin {

    /** After the starter, which brings the ordinary way. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory((job, failure) ->
                failure instanceof DeskRefused ? new Incident(job, failure) : new AnotherTry(job, failure));
    }

    private static class AnotherTry extends DefaultJobRetryCmd {
        AnotherTry(String job, Throwable failure) {
            super(job, failure);
        }

        /** After the last try nothing is due; whoever retries it in Cockpit does not wait for a pause of a day. */
        @Override
        public Object execute(CommandContext context) {
            super.execute(context);
            JobEntity job = getJob();
            if (job != null && job.getRetries() == 0) {
                job.setDuedate(null);
            }
            return null;
        }
    }

    private static class Incident extends JobRetryCmd {
        Incident(String job, Throwable failure) {
            super(job, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
            }
            return null;
        }
    }
}
