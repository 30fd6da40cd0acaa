package org.activationdesk.activation;

import static org.activationdesk.activation.ActivationStatus.ACTIVE;
import static org.activationdesk.activation.ActivationStatus.AGREEMENT_ACCEPTED;
import static org.activationdesk.activation.ActivationStatus.FINDING_ADMINISTRATOR;
import static org.activationdesk.activation.ActivationStatus.INVITED;
import static org.activationdesk.activation.ActivationStatus.LAPSED;
import static org.activationdesk.activation.ActivationStatus.RECEIVED;
import static org.activationdesk.activation.ActivationStatus.RENEWED;
import static org.activationdesk.activation.ActivationStatus.SIGNED_IN;
import static org.activationdesk.activation.ActivationStatus.WITHDRAWN;
import static org.activationdesk.activation.ActivationStatus.WITH_MANAGER;
import static org.activationdesk.activation.ActivationStatus.WITH_PARTNER;

import java.util.Collection;
import java.util.Optional;

/** What can happen to an activation, and the status that it has from then on, if that changes. */
public enum TimelineEvent {
    PURCHASE_RECEIVED(RECEIVED),
    ADMINISTRATOR_FOUND(FINDING_ADMINISTRATOR),
    ADMINISTRATOR_UNKNOWN(FINDING_ADMINISTRATOR),
    PARTNER_ASKED(WITH_PARTNER),
    ADMINISTRATOR_NAMED(FINDING_ADMINISTRATOR),
    NOT_OUR_CUSTOMER(WITH_MANAGER),
    RIGHT_PARTNER_FOUND(FINDING_ADMINISTRATOR),
    ACTIVATION_EMAIL_SENT(INVITED),
    RECIPIENT_REJECTED(FINDING_ADMINISTRATOR),
    EMAIL_BOUNCED(FINDING_ADMINISTRATOR),
    /** News of a mail that changes nothing else; so the status stays. */
    EMAIL_DELAYED,
    EMAIL_ANSWERED_AUTOMATICALLY,
    NOT_THE_ADMINISTRATOR_REPORTED(FINDING_ADMINISTRATOR),
    ADMINISTRATOR_SIGNED_IN(SIGNED_IN),
    ORGANISATION_QUESTIONED(WITH_PARTNER),
    ORGANISATION_CONFIRMED(SIGNED_IN),
    ORGANISATION_REJECTED(INVITED),
    AGREEMENT_WAS_ACCEPTED(AGREEMENT_ACCEPTED),
    SUBSCRIPTION_RENEWED(RENEWED),
    SUBSCRIPTION_ACTIVE(ACTIVE),
    PURCHASE_WITHDRAWN(WITHDRAWN),
    ADMINISTRATOR_REMINDED,
    PARTNER_REMINDED,
    REMINDER_REJECTED,
    PARTNERS_HELP_ASKED,
    PARTNERS_HELP_NOT_NEEDED,
    ADMINISTRATOR_KEPT,
    ADMINISTRATOR_DISMISSED(FINDING_ADMINISTRATOR),
    MANAGERS_ASKED,
    PARTNER_SPOKEN_TO,
    PARTNERS_MAIL_FAILED,
    CONFIRMATION_REJECTED,
    KEY_LAPSED(LAPSED),
    NEW_LINK_SENT,
    HANDED_OVER(FINDING_ADMINISTRATOR),
    ABSENCE_NAMED,
    CHANGE_NOT_VISIBLE_YET,
    CHANGE_CHECKED,
    DIFFERENCE_FOUND,
    PRODUCT_KEY_ENTERED,
    PRODUCT_KEY_ALREADY_USED,
    CONTACT_ASKED,
    CONTACT_CONFIRMED,
    CONTACT_LEFT,
    PROBLEM_REPORTED,
    PROBLEM_PASSED_ON,
    PROBLEM_WITH_SUPPORT,
    PROBLEM_RESOLVED,
    /** What was wrong is of no meaning any more. */
    PROBLEM_SETTLED;

    private final ActivationStatus status;

    /** One that leaves the status as it is. */
    TimelineEvent() {
        this(null);
    }

    TimelineEvent(ActivationStatus status) {
        this.status = status;
    }

    Optional<ActivationStatus> status() {
        return Optional.ofNullable(status);
    }

    /** The status after several events of one moment; none where none of them changes it. */
    static Optional<ActivationStatus> statusAfter(Collection<TimelineEvent> events) {
        return events.stream().flatMap(event -> event.status().stream()).reduce((before, after) -> after);
    }
}
