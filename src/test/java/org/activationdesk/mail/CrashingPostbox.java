package org.activationdesk.mail;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.annotation.Primary;

/** A postbox that can lose its wits between the mail server's answer and the commit, as a desk that is killed does. */
@Primary
public class CrashingPostbox extends Postbox {
    private final AtomicBoolean crashes = new AtomicBoolean();

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

    @Override
    String send(Mail mail) {
        String answer = super.send(mail);
        if (crashes.getAndSet(false)) {
            throw new IllegalStateException("killed after the mail server's answer");
        }
        return answer;
    }
}
