package org.activationdesk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * One for each connection to the mail server. They sleep until a mail is queued, and look now and then for what a desk left
 * behind that was killed. A desk that works off no jobs sends no mails.
 */
@Component
class Postmen implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Postmen.class);
    private static final int LOOK_AFTER_SECONDS = 30;
    private static final int STOP_AFTER_MILLIS = 25_000;
    private static final int MOST_AT_ONCE = 20;

    private final Delivery delivery;
    private final boolean work;
    private final int connections;
    private final int most;
    private final BlockingQueue<MailQueued> bell;
    private final List<Thread> men = new ArrayList<>();
    private volatile boolean running;

    Postmen(
            Delivery delivery,
            MailSettings settings,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean work) {
        this.delivery = delivery;
        this.work = work;
        this.connections = settings.connections();
        // What all of them have taken leaves within half a minute.
        this.most = Math.max(1, Math.min(MOST_AT_ONCE, settings.perMinute() / (2 * connections)));
        this.bell = new ArrayBlockingQueue<>(connections);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void ring(MailQueued queued) {
        // Full: all of them will look.
        bell.offer(queued);
    }

    @Override
    public void start() {
        running = true;
        for (int man = 1; man <= connections; man++) {
            Thread thread = new Thread(this::work, "mail-" + man);
            thread.setDaemon(true);
            men.add(thread);
            thread.start();
        }
    }

    private void work() {
        while (running) {
            try {
                if (!leavesSome()) {
                    bell.poll(LOOK_AFTER_SECONDS, TimeUnit.SECONDS);
                }
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** Sends what is queued; true where it was more than goes out at once. */
    private boolean leavesSome() {
        try {
            return delivery.deliver(most, this::isRunning) == most;
        } catch (RuntimeException trouble) {
            // Of the database: what was taken is taken up again later.
            LOG.error("Mails cannot be sent now", trouble);
            return false;
        }
    }

    /** Whoever hands a mail over ends that first. */
    @Override
    public void stop() {
        running = false;
        while (bell.offer(new MailQueued())) {
            // Wakes all who wait.
        }
        try {
            for (Thread man : men) {
                man.join(STOP_AFTER_MILLIS / men.size());
            }
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
