package org.activationdesk.tryout;

/** The try-out desk cannot start, for a reason that whoever started it can do something about. */
class CannotStart extends RuntimeException {
    CannotStart(String reason) {
        super(reason);
    }

    CannotStart(String reason, Throwable cause) {
        super(reason, cause);
    }
}
