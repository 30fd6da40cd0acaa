package org.activationdesk.mail;

/** A mail waits to be sent. */
record MailQueued() {}
