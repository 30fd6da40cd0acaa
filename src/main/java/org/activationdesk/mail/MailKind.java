package org.activationdesk.mail;

/** What a mail is about. Its template and its texts are found by the {@link #template() name} of the kind. */
public enum MailKind {
    ACTIVATION("activation", Asked.ADMINISTRATOR),
    GO_AHEAD("go-ahead", Asked.ADMINISTRATOR),
    ESCALATION("escalation", Asked.PARTNER),
    CONFIRMATION("confirmation"),
    PARTNER_CONFIRMATION("confirmation"),
    REMINDER("reminder", Asked.ADMINISTRATOR),
    PARTNER_QUESTION("reminder", Asked.PARTNER),
    PARTNER_REMINDER("reminder", Asked.PARTNER),
    MANAGERS_QUESTION("reminder"),
    SETTLED("settled"),
    LAPSE("lapse"),
    PARTNER_LAPSE("lapse"),
    MANAGERS_LAPSE("lapse"),
    CONTACT_CHECK("contact-check"),
    CONTACT_GONE("contact-gone"),
    PROBLEM("problem"),
    PARTNER_PROBLEM("problem"),
    PROBLEM_OVER("problem-over");

    private final String template;
    private final Asked asked;

    MailKind(String template) {
        this(template, Asked.NOBODY);
    }

    MailKind(String template, Asked asked) {
        this.template = template;
        this.asked = asked;
    }

    String template() {
        return template;
    }

    /** Of whom it asks a step that the activation waits for, so that it matters when it does not arrive. */
    public Asked asked() {
        return asked;
    }

    /** Whoever is asked for a step. */
    public enum Asked {
        ADMINISTRATOR,
        PARTNER,
        NOBODY
    }
}
