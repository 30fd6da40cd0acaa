package org.activationdesk.bounce;

import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.activationdesk.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the bounce mailbox as long as the desk runs; of several desks at a database one does. A mailbox that is down loses nothing: what comes back waits in it, and
 * with the servers that try to deliver to it.
 */
@Component
class MailboxWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    /** {@link Intake} counts on it. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MailboxSettings settings;
    private final Intake intake;
    private final Readings readings;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread ringing = new Thread(task, "bounce-mailbox-alarm");
        ringing.setDaemon(true);
        return ringing;
    });
    private final DataSource database;
    private final Duration soon;
    private volatile Thread thread;
    private volatile BounceMailbox open;

    MailboxWatch(
            MailboxSettings settings,
            MailSettings mail,
            ReturnedMails returned,
            SetAsideMails setAside,
            Readings readings,
            DataSource database) {
        this.settings = settings;
        this.intake = new Intake(returned, setAside);
        this.readings = readings;
        this.database = database;
        this.soon = settings.pollEvery().compareTo(SOON) < 0 ? settings.pollEvery() : SOON;
        if (settings.given() == mail.bounceAddress().isEmpty()) {
            LOG.warn(
                    settings.given()
                            ? "A bounce mailbox is set and no bounce address: nothing will come back to it."
                                    + " Set ACTIVATION_MAIL_BOUNCE_ADDRESS"
                            : "A bounce address is set and no mailbox: nobody reads what comes back."
                                    + " Set ACTIVATION_BOUNCE_HOST");
        }
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
        Duration pause = soon;
        while (isRunning()) {
            try {
                readings.begin();
                visit();
                pause = soon;
            } catch (MessagingException | SQLException | RuntimeException trouble) {
                if (pause.equals(soon) && isRunning()) {
                    LOG.warn("The bounce mailbox cannot be read and is tried again: {}", trouble.toString());
                }
                pause(pause);
                pause = longer(pause);
            }
        }
    }

    private void visit() throws MessagingException, SQLException {
        Optional<MailboxLock> taken = MailboxLock.take(database, settings);
        if (taken.isEmpty()) {
            pause(settings.pollEvery());
            return;
        }
        try (MailboxLock lock = taken.get();
                BounceMailbox mailbox = new BounceMailbox(settings, intake)) {
            open = mailbox;
            read(mailbox, lock);
        } finally {
            open = null;
        }
    }

    private void read(BounceMailbox mailbox, MailboxLock lock) throws MessagingException, SQLException {
        Duration pause = soon;
        while (isRunning() && lock.isHeld()) {
            BounceMailbox.Round round = mailbox.takeAll();
            readings.add();
            if (round == BounceMailbox.Round.SOME_WAIT) {
                pause(pause);
                pause = longer(pause);
            } else if (round == BounceMailbox.Round.ALL_TAKEN) {
                pause = soon;
            } else if (mailbox.tellsNews()) {
                mailbox.awaitNews(alarms, settings.pollEvery());
            } else {
                pause(settings.pollEvery());
                return;
            }
        }
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
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
