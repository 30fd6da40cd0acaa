package org.activationdesk.purchase;

/**
 * The contacts of an agreement in the order of the recipient chain: documents of the programs differ by year in whom they
 * name, so the first of these that is known gets the mail.
 */
public enum ContactRole {
    ONLINE_ADMINISTRATOR,
    PRIMARY_CONTACT,
    NOTICES_CONTACT,
    ONLINE_SERVICES_MANAGER
}
