package org.activationdesk.purchase;

import org.activationdesk.language.Language;

/** A person that an agreement names. */
public record Contact(ContactRole role, String name, String email, Language language) {}
