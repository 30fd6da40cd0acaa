package org.activationdesk.mail;

/** The mail server did not take a mail. The kind of trouble says whether trying again can help. */
public abstract class MailTrouble extends RuntimeException {
    private final String answer;

    MailTrouble(String message, String answer, Throwable cause) {
        super(message, cause);
        this.answer = answer;
    }

    /** What the mail server said, or what went wrong on the way to it. */
    public String answer() {
        return answer;
    }
}
