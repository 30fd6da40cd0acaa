package org.activationdesk.mail;

import java.time.Clock;

/** The way to the mail server, which tells what it has sent. */
public class WatchedPostbox extends Postbox {
    private final Watch watch;

    WatchedPostbox(
            SmtpConnections connections,
            MailTemplates templates,
            MailSettings settings,
            BounceAddresses bounceAddresses,
            Clock clock,
            Watch watch) {
        super(connections, templates, settings, bounceAddresses, clock);
        this.watch = watch;
    }

    @Override
    String send(Mail mail) {
        String answer = super.send(mail);
        watch.sent(mail.intent());
        return answer;
    }

    /** Whoever is told. */
    public interface Watch {
        void sent(MailIntent intent);
    }
}
