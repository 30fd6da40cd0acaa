package org.activationdesk.bounce;

import java.time.LocalDate;

/**
 * What a message says about the mail that it came back for.
 *
 * @param answer a line for people: what the other mail server said, or the subject of an automatic answer; may be null
 * @param until the last day of an absence, where it can be read
 */
record Verdict(Finding finding, String answer, LocalDate until) {
    Verdict(Finding finding, String answer) {
        this(finding, answer, null);
    }
}
