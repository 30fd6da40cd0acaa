package org.activationdesk.tryout;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.Service;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * SMTP and IMAP for everybody: accepts every recipient but what {@link Mailboxes} refuses, asks for no password, keeps a copy of
 * all in the inbox.
 */
public final class MailServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /** Seconds until a mail that cannot be delivered comes back. */
    private static final int DELAY = 3;

    private final Managers managers;
    private final SmtpServer smtp;
    private final ServerSetup imapSetup;
    private ImapServer imap;
    private final Inbox inbox;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "coming-back");
        thread.setDaemon(true);
        return thread;
    });

    MailServer(Inbox inbox, Mailboxes mailboxes, int smtpPort, int imapPort) {
        this.inbox = inbox;
        this.managers = managers(mailboxes);
        this.smtp = new SmtpServer(new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP), managers);
        this.imapSetup = new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP);
        this.imap = new ImapServer(imapSetup, managers);
        users().setAuthRequired(false);
        users().setMessageDeliveryHandler(this::receive);
        inbox.messages().forEach(this::returnToMailboxes);
        createReturned();
        start(smtp);
        start(imap);
    }

    /** Whoever comes at once finds the door open. */
    private static void start(Service service) {
        service.startService();
        try {
            if (!service.waitTillRunning(Patience.LONG.toMillis())) {
                throw new IllegalStateException("The mail server does not start: " + service);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void createReturned() {
        try {
            mailbox(Mailboxes.RETURNED);
        } catch (UserException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Managers managers(Mailboxes mailboxes) {
        return new Managers() {
            private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {
                @Override
                public String checkSender(SmtpState state, MailAddress sender) {
                    return mailboxes.refusalOfSender();
                }

                @Override
                public String checkRecipient(SmtpState state, MailAddress recipient) {
                    return mailboxes.refusal(recipient.getEmail());
                }
            };

            @Override
            public SmtpManager getSmtpManager() {
                return smtp;
            }
        };
    }

    private GreenMailUser receive(MovingMessage mail, MailAddress recipient) throws UserException {
        if (Mailboxes.isReturned(recipient.getEmail())) {
            return mailbox(Mailboxes.RETURNED);
        }
        if (recipient.getEmail().endsWith(Mailboxes.COMING_BACK)) {
            MimeMessage report = DeliveryFailure.of(mail.getReturnPath().getEmail(), recipient.getEmail());
            later.schedule(() -> deliver(report), DELAY, TimeUnit.SECONDS);
        }
        // Called once for each recipient; the inbox shows a mail once.
        if (recipient.equals(mail.getToAddresses().iterator().next())) {
            inbox.add(mail.getMessage());
        }
        return mailbox(recipient.getEmail());
    }

    /** A message arrives in the bounce mailbox, whatever it is. */
    public void comesBack(MimeMessage message) {
        deliver(message);
    }

    /** How many messages lie in the bounce mailbox, or in a folder of it. */
    public int returned(String folder) {
        try {
            ImapHostManager mailboxes = managers.getImapHostManager();
            GreenMailUser user = mailbox(Mailboxes.RETURNED);
            MailFolder found =
                    folder.equals("INBOX") ? mailboxes.getInbox(user) : mailboxes.getFolder(user, "INBOX." + folder);
            return found == null ? 0 : found.getMessageCount();
        } catch (FolderException | UserException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nobody can read a mailbox until {@link #openMailboxes()}; mail still arrives. */
    public void closeMailboxes() {
        imap.stopService();
    }

    public void openMailboxes() {
        imap = new ImapServer(imapSetup, managers);
        start(imap);
    }

    private void deliver(MimeMessage report) {
        try {
            mailbox(Mailboxes.RETURNED).deliver(report);
        } catch (UserException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private void returnToMailboxes(MimeMessage mail) {
        try {
            for (Address recipient : mail.getAllRecipients()) {
                mailbox(((InternetAddress) recipient).getAddress()).deliver(mail);
            }
        } catch (MessagingException | UserException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private GreenMailUser mailbox(String address) throws UserException {
        GreenMailUser known = users().getUserByEmail(address);
        return known != null ? known : users().createUser(address, address, address);
    }

    private UserManager users() {
        return managers.getUserManager();
    }

    @Override
    public void close() {
        later.shutdownNow();
        smtp.stopService();
        imap.stopService();
    }
}
