package org.activationdesk.mail;

/** The mail server cannot be reached or asks to be tried again (SMTP 4xx). */
public class MailPutOff extends MailTrouble {
    MailPutOff(String answer, Throwable cause) {
        super("The mail server did not take the mail and is tried again: " + answer, answer, cause);
    }
}
