package org.activationdesk.mail;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.annotation.Primary;

/** A postbox that can lose its wits before a mail leaves, or between the mail server's answer and the commit, as a desk that is
 * killed does. */
@Primary
public class CrashingPostbox extends Postbox {
    private final AtomicBoolean crashes = new AtomicBoolean();
    private final AtomicBoolean crashesBefore = new AtomicBoolean();

    CrashingPostbox(
            SmtpConnections connections,
            MailTemplates templates,
            MailSettings settings,
            BounceAddresses bounceAddresses,
            Clock clock) {
        super(connections, templates, settings, bounceAddresses, clock);
    }

    /** The next mail is accepted, and then the desk is gone. */
    public void crashAfterNext() {
        crashes.set(true);
    }

    /** The next mail does not leave, because the desk is gone. */
    public void crashBeforeNext() {
        crashesBefore.set(true);
    }

    @Override
    String send(Mail mail) {
        if (crashesBefore.getAndSet(false)) {
            throw new IllegalStateException("killed before the mail left");
        }
        String answer = super.send(mail);
        if (crashes.getAndSet(false)) {
            throw new IllegalStateException("killed after the mail server's answer");
        }
        return answer;
    }
}
