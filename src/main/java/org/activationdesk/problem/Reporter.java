package org.activationdesk.problem;

import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;

/** Who has reported a problem, and how to write to that person. */
public record Reporter(Party party, String name, String address, Language language) {}
