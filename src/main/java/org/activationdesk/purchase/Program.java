package org.activationdesk.purchase;

/** The volume licensing programs; their procedure is the same, so a program is data and never code. */
public enum Program {
    OPEN_LICENSE,
    OPEN_VALUE,
    OPEN_VALUE_SUBSCRIPTION
}
