package org.activationdesk.activation;

/** Why the partner is asked; its sentence is {@code reason.<code>} in the message bundles. */
public enum EscalationReason {
    NO_CONTACT("no-contact"),
    RECIPIENT_REJECTED("recipient-rejected"),
    BOUNCED("bounced"),
    NOT_THE_ADMINISTRATOR("not-the-administrator"),
    PARTNER_MOVED("partner-moved"),
    ADMINISTRATOR_SILENT("administrator-silent"),
    ADMINISTRATOR_UNKNOWN("administrator-unknown"),
    ADMINISTRATOR_LEFT("administrator-left"),
    ADMINISTRATOR_ABSENT("administrator-absent"),
    ADDRESS_WRONG("address-wrong");

    private final String code;

    EscalationReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
