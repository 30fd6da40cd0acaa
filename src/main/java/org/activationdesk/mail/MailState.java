package org.activationdesk.mail;

import java.util.EnumSet;
import java.util.Set;

/** What is known of a mail's fate. */
public enum MailState {
    /** To be handed to the mail server, or being handed to it. */
    QUEUED,
    /** The mail server has taken it. */
    ACCEPTED,
    /** A mail server on the way keeps trying. */
    DELAYED,
    /** A mail server on the way has given up. */
    BOUNCED,
    /** An answering machine has answered. */
    AUTO_REPLIED,
    /** Our mail server refused it. */
    FAILED,
    /** It did not leave, as its link had ended before. */
    CANCELLED;

    /** The states that news of this state can change; older news changes nothing. */
    Set<MailState> follows() {
        return switch (this) {
            case DELAYED -> EnumSet.of(ACCEPTED);
            case ACCEPTED -> EnumSet.of(DELAYED);
            case AUTO_REPLIED -> EnumSet.of(ACCEPTED, DELAYED);
            case BOUNCED -> EnumSet.of(ACCEPTED, DELAYED, AUTO_REPLIED);
            case FAILED -> EnumSet.of(QUEUED);
            default -> EnumSet.noneOf(MailState.class);
        };
    }
}
