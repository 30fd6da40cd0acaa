package org.activationdesk.mail;

/**
 * A file that a mail carries.
 *
 * @param name of the file, in ASCII
 * @param type its media type
 * @param bytes shared between mails, so nobody changes them
 */
public record Attachment(String name, String type, byte[] bytes) {}
