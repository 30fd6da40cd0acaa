package org.activationdesk.problem;

import java.util.Arrays;
import java.util.Locale;

/** Whose turn it is with a problem; the table knows them in lower case. */
public enum Owner {
    ADMINISTRATOR,
    PARTNER,
    MANAGER,
    /** The desk itself, at once. */
    DESK,
    /** There is nothing to do. */
    NOBODY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what a table says, which may be one that somebody has deployed by hand. */
    public static Owner of(String code) {
        return Arrays.stream(values())
                .filter(owner -> owner.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The table of problems and remedies says \"" + code
                        + "\" as owner; it may say " + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }
}
