package org.activationdesk.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One visit to the bounce mailbox. The folder is the list of what is still to be done: a message is taken in first and moved
 * away then, so that one which a crash comes between is taken in again, which changes nothing.
 */
class BounceMailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    /** Returned headers are small, and so are our mails where a server returns them whole. */
    private static final int LARGEST = 1024 * 1024;
    /** For a message that fails although everything around it works; the pauses between them grow. */
    private static final int MOST_FAILURES = 5;
    /** For one whose mail is still being sent, which takes two days at most and is asked once a minute. */
    private static final int MOST_WAITS = 3 * 24 * 60;

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Session session;
    private final ReturnedMails returned;
    private final SetAsideMails setAside;
    private final Attempts attempts;

    BounceMailbox(MailboxSettings settings, ReturnedMails returned, SetAsideMails setAside, Attempts attempts)
            throws MessagingException {
        this.returned = returned;
        this.setAside = setAside;
        this.attempts = attempts;
        String protocol = settings.tls() ? "imaps" : "imap";
        this.session = Session.getInstance(properties(protocol));
        this.store = (IMAPStore) session.getStore(protocol);
        store.connect(settings.host(), settings.port(), settings.user(), settings.password());
        this.folder = (IMAPFolder) store.getFolder(settings.folder());
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "writetimeout", "20000");
        properties.setProperty(prefix + "timeout", "60000");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    /** Takes in every message that is there. Opens the folder anew, as counts that went wrong with a move stay wrong. */
    Round takeAll() throws MessagingException {
        if (folder.isOpen()) {
            folder.close(false);
        }
        folder.open(Folder.READ_WRITE);
        Message[] messages = folder.getMessages();
        boolean done = true;
        for (Message message : messages) {
            done &= take((IMAPMessage) message);
        }
        folder.expunge();
        return messages.length == 0 ? Round.NOTHING_THERE : done ? Round.ALL_TAKEN : Round.SOME_WAIT;
    }

    private boolean take(IMAPMessage message) throws MessagingException {
        Place place = place(message);
        if (place.folder().isEmpty()) {
            return false;
        }
        IMAPFolder target = (IMAPFolder) folder.getFolder(place.folder().get());
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(new Message[] {message}, target);
        message.setFlag(Flags.Flag.DELETED, true);
        return true;
    }

    private Place place(IMAPMessage message) throws MessagingException {
        if (message.isSet(Flags.Flag.DELETED)) {
            return Place.LATER;
        }
        long size = message.getSize();
        try {
            if (size > LARGEST) {
                throw new Unreadable("it is larger than any returned mail");
            }
            Place place = returned.take(copy(message));
            if (place == Place.LATER && attempts.areEnough(name(message), MOST_WAITS)) {
                throw new Unreadable("the step that sent its mail was never completed");
            }
            return place;
        } catch (Unreadable unreadable) {
            return setAside(message, size, unreadable.getMessage());
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException trouble) {
            // Of the database, or of somebody who was faster: it comes again as long as it takes.
            LOG.warn("Message {} in the bounce mailbox has to wait", name(message), trouble);
            return Place.LATER;
        } catch (RuntimeException failure) {
            LOG.warn("Message {} in the bounce mailbox cannot be taken in", name(message), failure);
            return attempts.areEnough(name(message), MOST_FAILURES)
                    ? setAside(message, size, "it fails again and again, see the log")
                    : Place.LATER;
        }
    }

    private Place setAside(IMAPMessage message, long size, String reason) throws MessagingException {
        LOG.warn("Message {} in the bounce mailbox is set aside: {}", name(message), reason);
        setAside.add(name(message), size, reason);
        return Place.SET_ASIDE;
    }

    /** As bytes, and parsed here: what the server makes of the structure of a hostile message is not asked. */
    private MimeMessage copy(IMAPMessage message) throws MessagingException, Unreadable {
        message.setPeek(true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException cut) {
            throw new MessagingException("The mailbox cannot be read", cut);
        }
        try {
            return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
        } catch (MessagingException | RuntimeException broken) {
            throw new Unreadable("its headers are broken", broken);
        }
    }

    private String name(Message message) throws MessagingException {
        return folder.getUIDValidity() + "/" + ((UIDFolder) folder).getUID(message);
    }

    boolean tellsNews() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /**
     * Waits until the server tells of something new. The library waits for ever on a
     * connection that died silently, and some servers keep quiet about what comes as the waiting begins: so it ends in time.
     */
    void awaitNews(ScheduledExecutorService alarms, Duration longest) throws MessagingException {
        ScheduledFuture<?> alarm = alarms.schedule(this::wake, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Any question ends the waiting. */
    private void wake() {
        try {
            folder.getMessageCount();
        } catch (MessagingException | RuntimeException closed) {
            LOG.debug("The bounce mailbox was closed while the desk waited", closed);
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    /** What was found. */
    enum Round {
        NOTHING_THERE,
        ALL_TAKEN,
        /** Something has to come again. */
        SOME_WAIT
    }
}
