package org.activationdesk.story;

import javax.sql.DataSource;
import org.activationdesk.tryout.WatchedDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Kills a step of a story before one of its statements, as a desk may be killed at any moment. */
class KillingDatabase implements BeanPostProcessor, WatchedDataSource.Watch {
    private final ThreadLocal<Integer> left = new ThreadLocal<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new WatchedDataSource(source, this) : bean;
    }

    /** Does the step but for what comes from a statement on; true where it has fewer. */
    boolean survives(int statement, Runnable step) {
        left.set(statement);
        try {
            step.run();
            return true;
        } catch (Killed dead) {
            return false;
        } finally {
            left.remove();
        }
    }

    @Override
    public void executed(String sql, int statements) {
        if (left.get() != null) {
            left.set(left.get() - 1);
            if (left.get() == 0) {
                throw new Killed();
            }
        }
    }

    @Override
    public void committed(boolean wrote) {
        // What is committed is.
    }

    @Override
    public void undone() {
        // Nothing was done.
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
