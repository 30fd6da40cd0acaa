package org.activationdesk.mail;

/** What a mail is about. Its template and its texts are found by the {@link #template() name} of the kind. */
public enum MailKind {
    ACTIVATION("activation"),
    GO_AHEAD("go-ahead"),
    ESCALATION("escalation"),
    CONFIRMATION("confirmation"),
    PARTNER_CONFIRMATION("confirmation"),
    REMINDER("reminder"),
    PARTNER_QUESTION("reminder"),
    PARTNER_REMINDER("reminder"),
    LAPSE("lapse"),
    PARTNER_LAPSE("lapse"),
    PROBLEM("problem"),
    PARTNER_PROBLEM("problem");

    private final String template;

    MailKind(String template) {
        this.template = template;
    }

    String template() {
        return template;
    }
}
