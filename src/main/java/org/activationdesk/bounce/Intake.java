package org.activationdesk.bounce;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes in the messages of a mailbox, each by itself: what goes wrong with one is counted for it alone, and when it was often
 * enough the message is set aside unread.
 */
class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /** Returned headers are small, and so are our mails where a server returns them whole. */
    private static final int LARGEST = 1024 * 1024;
    /** For a message that fails although everything around it works; the pauses between them grow. */
    private static final int MOST_FAILURES = 5;
    /** For one whose mail is still being sent, which takes two days at most and is asked once a minute. */
    private static final int MOST_WAITS = 3 * 24 * 60;

    private final ReturnedMails returned;
    private final SetAsideMails setAside;
    private final Attempts failures = new Attempts();
    private final Attempts waits = new Attempts();
    private final Session session = Session.getInstance(new Properties());

    Intake(ReturnedMails returned, SetAsideMails setAside) {
        this.returned = returned;
        this.setAside = setAside;
    }

    /** What is known of messages that are not there any more is forgotten. */
    void begin(Collection<String> messages) {
        failures.keepOnly(messages);
        waits.keepOnly(messages);
    }

    int failures(String message) {
        return failures.of(message);
    }

    /** Whether not even setting it aside worked: it lies where it is, and people find it by its row. */
    boolean isLeftAlone(String message) {
        return failures.of(message) > MOST_FAILURES;
    }

    /** Counts a fault, which may also be that the server hangs up when it is asked for this message. */
    void failed(String message, Exception fault) {
        LOG.warn("Message {} in the bounce mailbox cannot be taken in", message, fault);
        failures.add(message);
    }

    /**
     * Takes a message in and tells where it belongs now.
     *
     * @param name of the message, which tells it apart from all others
     * @throws MessagingException where the server does not hand it out
     */
    Place take(String name, IMAPMessage message) throws MessagingException {
        try {
            return failures.of(name) == MOST_FAILURES
                    ? setAside(name, null, "it fails again and again, see the log")
                    : read(name, bytes(message));
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException trouble) {
            // Of the database, or of somebody who was faster: it comes again as long as it takes.
            LOG.warn("Message {} in the bounce mailbox has to wait", name, trouble);
            return Place.LATER;
        }
    }

    private Place read(String name, byte[] bytes) {
        try {
            if (bytes.length > LARGEST) {
                throw new Unreadable("it is larger than any returned mail");
            }
            Place place = returned.take(parsed(bytes));
            if (place == Place.LATER && waits.add(name) == MOST_WAITS) {
                throw new Unreadable("the step that sent its mail was never completed");
            }
            return place;
        } catch (Unreadable unreadable) {
            return setAside(name, bytes.length, unreadable.getMessage());
        }
    }

    private Place setAside(String name, Integer size, String reason) {
        LOG.warn("Message {} in the bounce mailbox is set aside: {}", name, reason);
        setAside.add(name, size, reason);
        return Place.SET_ASIDE;
    }

    /**
     * As bytes, and parsed here: what the server makes of the addresses and the structure of a hostile message is not asked,
     * and neither is its size, with which the library asks for the addresses too.
     */
    private static byte[] bytes(IMAPMessage message) throws MessagingException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException failure) {
            throw failure.getCause() instanceof FolderClosedException hungUp
                    ? hungUp
                    : new MessagingException("The server does not hand the message out", failure);
        }
    }

    private MimeMessage parsed(byte[] bytes) throws Unreadable {
        try {
            return new MimeMessage(session, new ByteArrayInputStream(bytes));
        } catch (MessagingException | RuntimeException broken) {
            throw new Unreadable("its headers are broken", broken);
        }
    }
}
