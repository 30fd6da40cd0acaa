package org.activationdesk.mail;

/** The mail server refused the recipient for good (SMTP 5xx): trying again cannot help, another address can. */
public class RecipientRejected extends MailTrouble {
    RecipientRejected(String answer, Throwable cause) {
        super(
                "The mail server refuses the recipient: " + answer
                        + ". Correct the address, then set the retries of this job to 1",
                answer,
                cause);
    }
}
