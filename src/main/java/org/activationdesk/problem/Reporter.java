package org.activationdesk.problem;

import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;

/** Who has reported a problem, and how to write to that person. */
record Reporter(Party party, String name, String address, Language language) {}
