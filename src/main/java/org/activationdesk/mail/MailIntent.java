package org.activationdesk.mail;

import org.activationdesk.purchase.OrderKey;

/** The wish to send one mail: what it is about. */
public record MailIntent(OrderKey order, MailKind kind) {}
