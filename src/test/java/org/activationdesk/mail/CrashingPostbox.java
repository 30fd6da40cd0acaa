package org.activationdesk.mail;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Primary;

/** A postbox that can lose its wits before a mail leaves, or between the mail server's answer and the commit, as a desk that is
 * killed does. */
@Primary
public class CrashingPostbox extends Postbox {
    private final AtomicReference<String> crashes = new AtomicReference<>();
    private final AtomicReference<String> crashesBefore = new AtomicReference<>();

    CrashingPostbox(
            SmtpConnections connections,
            MailTemplates templates,
            MailSettings settings,
            BounceAddresses bounceAddresses,
            Clock clock) {
        super(connections, templates, settings, bounceAddresses, clock);
    }

    /** The next mail to an address is accepted, and then the desk is gone. */
    public void crashAfterNext(String recipient) {
        crashes.set(recipient);
    }

    /** The next mail to an address does not leave, because the desk is gone. */
    public void crashBeforeNext(String recipient) {
        crashesBefore.set(recipient);
    }

    @Override
    String send(Mail mail) {
        if (isDue(crashesBefore, mail)) {
            throw new Killed("killed before the mail left");
        }
        String answer = super.send(mail);
        if (isDue(crashes, mail)) {
            throw new Killed("killed after the mail server's answer");
        }
        return answer;
    }

    private static boolean isDue(AtomicReference<String> crash, Mail mail) {
        String recipient = crash.get();
        return mail.recipient().equals(recipient) && crash.compareAndSet(recipient, null);
    }

    /** Nobody catches it, as nobody notices that they are killed. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String when) {
            super(when);
        }
    }
}
