package org.activationdesk.mail;

/** The mail server refuses the desk itself, so every mail would fail: somebody has to correct a setting. */
public class DeskRefused extends MailTrouble {
    DeskRefused(String remedy, String answer, Throwable cause) {
        super(
                "The mail server refuses the desk: " + answer + ". " + remedy
                        + ". Then set the retries of this job to 1",
                answer,
                cause);
    }
}
