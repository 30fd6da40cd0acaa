package org.activationdesk.mail;

/** The mail server refused the recipient for good (SMTP 5xx): trying again cannot help, another address can. */
public class RecipientRejected extends MailTrouble {
    RecipientRejected(String answer, Throwable cause) {
        super("The mail server refuses the recipient: " + answer, answer, cause);
    }
}
