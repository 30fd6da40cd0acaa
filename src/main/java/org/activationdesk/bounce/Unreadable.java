package org.activationdesk.bounce;

/** A message is too broken or too hostile to be judged; its text is for the row that says so, and repeats nothing of it. */
class Unreadable extends Exception {
    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
