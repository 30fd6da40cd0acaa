package org.activationdesk.bounce;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One visit to the bounce mailbox. The folder is the list of what is still to be done: a message is taken in first and moved
 * away then, so that one which a crash comes between is taken in again, which changes nothing.
 */
class BounceMailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final FetchProfile LISTED = new FetchProfile();

    static {
        LISTED.add(UIDFolder.FetchProfileItem.UID);
        LISTED.add(FetchProfile.Item.FLAGS);
    }

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Intake intake;

    BounceMailbox(MailboxSettings settings, Intake intake) throws MessagingException {
        this.intake = intake;
        String protocol = settings.tls() ? "imaps" : "imap";
        this.store = (IMAPStore) Session.getInstance(properties(protocol)).getStore(protocol);
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
        Map<String, IMAPMessage> messages = messages();
        intake.begin(messages.keySet());
        List<String> names = messages.keySet().stream()
                .filter(name -> !intake.isLeftAlone(name))
                // One with which the server hangs up ends the round: the others come before it.
                .sorted(Comparator.comparing(intake::failures))
                .toList();
        boolean done = true;
        for (String name : names) {
            done &= take(name, messages.get(name));
        }
        folder.expunge();
        return names.isEmpty() ? Round.NOTHING_THERE : done ? Round.ALL_TAKEN : Round.SOME_WAIT;
    }

    /** What is there by name. Asks the server for nothing that it would have to read a message for. */
    private Map<String, IMAPMessage> messages() throws MessagingException {
        Message[] messages = folder.getMessages();
        folder.fetch(messages, LISTED);
        Map<String, IMAPMessage> named = new LinkedHashMap<>();
        for (Message message : messages) {
            if (!message.isSet(Flags.Flag.DELETED)) {
                named.put(folder.getUIDValidity() + "/" + folder.getUID(message), (IMAPMessage) message);
            }
        }
        return named;
    }

    private boolean take(String name, IMAPMessage message) throws MessagingException {
        try {
            Place place = intake.take(name, message);
            if (place.folder().isPresent()) {
                move(message, place.folder().get());
            }
            return place != Place.LATER;
        } catch (MessagingException | RuntimeException fault) {
            intake.failed(name, fault);
            if (folder.isOpen()) {
                return false;
            }
            throw fault;
        }
    }

    private void move(IMAPMessage message, String name) throws MessagingException {
        IMAPFolder target = (IMAPFolder) folder.getFolder(name);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(new Message[] {message}, target);
        message.setFlag(Flags.Flag.DELETED, true);
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
