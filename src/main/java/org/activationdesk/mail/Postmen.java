package org.activationdesk.mail;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One for each connection to the mail server. They sleep until a mail of this desk lies in the {@link Tray}, and look now and
 * then for what a desk left behind that was killed. A desk that works off no jobs sends no mails.
 */
@Component
class Postmen implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Postmen.class);
    private static final int LOOK_AFTER_SECONDS = 30;
    private static final int STOP_AFTER_MILLIS = 25_000;
    private static final int MOST_AT_ONCE = 20;

    private final Tray tray;
    private final Delivery delivery;
    private final boolean work;
    private final int connections;
    private final int most;
    private final List<Thread> men = new ArrayList<>();
    private volatile boolean running;

    Postmen(
            Tray tray,
            Delivery delivery,
            MailSettings settings,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean work) {
        this.tray = tray;
        this.delivery = delivery;
        this.work = work;
        this.connections = settings.connections();
        // What all of them have taken leaves within half a minute.
        this.most = Math.max(1, Math.min(MOST_AT_ONCE, settings.perMinute() / (2 * connections)));
    }

    @Override
    public void start() {
        running = true;
        // As many as they have in their hands at most.
        tray.open(most * connections, connections);
        for (int man = 1; man <= connections; man++) {
            Thread thread = new Thread(this::work, "mail-" + man);
            thread.setDaemon(true);
            men.add(thread);
            thread.start();
        }
    }

    private void work() {
        boolean moreWait = true;
        while (running) {
            try {
                moreWait = delivery.deliver(most, moreWait ? 0 : LOOK_AFTER_SECONDS, this::isRunning);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException trouble) {
                // Of the database: what was taken is taken up again later.
                LOG.error("Mails cannot be sent now", trouble);
                moreWait = false;
            }
        }
    }

    /** Whoever hands a mail over ends that first. */
    @Override
    public void stop() {
        running = false;
        tray.close();
        try {
            for (Thread man : men) {
                man.join(STOP_AFTER_MILLIS / men.size());
            }
            delivery.close();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        men.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return work;
    }
}
