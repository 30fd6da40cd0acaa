package org.activationdesk.bounce;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the bounce mailbox as long as the desk runs. A mailbox that is down loses nothing: what comes back waits in it, and
 * with the servers that try to deliver to it.
 */
@Component
class MailboxWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MailboxSettings settings;
    private final ReturnedMails returned;
    private final SetAsideMails setAside;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread ringing = new Thread(task, "bounce-mailbox-alarm");
        ringing.setDaemon(true);
        return ringing;
    });
    private volatile Thread thread;
    private volatile BounceMailbox open;

    MailboxWatch(MailboxSettings settings, ReturnedMails returned, SetAsideMails setAside) {
        this.settings = settings;
        this.returned = returned;
        this.setAside = setAside;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.given();
    }

    @Override
    public void start() {
        Thread starting = new Thread(this::watch, "bounce-mailbox");
        starting.setDaemon(true);
        thread = starting;
        starting.start();
    }

    private void watch() {
        Duration pause = SOON;
        while (isRunning()) {
            try {
                visit();
                pause = SOON;
            } catch (MessagingException | RuntimeException trouble) {
                if (pause.equals(SOON) && isRunning()) {
                    LOG.warn("The bounce mailbox cannot be read and is tried again: {}", trouble.toString());
                }
                pause(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
            }
        }
    }

    private void visit() throws MessagingException {
        try (BounceMailbox mailbox = new BounceMailbox(settings, returned, setAside)) {
            open = mailbox;
            while (isRunning()) {
                BounceMailbox.Round round = mailbox.takeAll();
                if (round == BounceMailbox.Round.SOME_WAIT) {
                    pause(SOON);
                } else if (round == BounceMailbox.Round.ALL_TAKEN) {
                    continue;
                } else if (mailbox.tellsNews()) {
                    mailbox.awaitNews(alarms, settings.pollEvery());
                } else {
                    pause(settings.pollEvery());
                    return;
                }
            }
        } finally {
            open = null;
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        BounceMailbox mailbox = open;
        try {
            if (mailbox != null) {
                mailbox.close();
            }
        } catch (MessagingException closed) {
            LOG.debug("The bounce mailbox was closed already", closed);
        }
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
