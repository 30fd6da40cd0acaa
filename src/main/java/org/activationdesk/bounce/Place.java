package org.activationdesk.bounce;

import java.util.Optional;

/** Where a message lies when the desk is done with it. */
enum Place {
    HANDLED("Handled"),
    /** Somebody should read it. */
    FOR_PEOPLE("For people"),
    SET_ASIDE("Set aside"),
    /** Where it is: it comes again. */
    LATER(null);

    private final String folder;

    Place(String folder) {
        this.folder = folder;
    }

    Optional<String> folder() {
        return Optional.ofNullable(folder);
    }
}
