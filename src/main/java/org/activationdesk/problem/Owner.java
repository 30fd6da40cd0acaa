package org.activationdesk.problem;

import java.util.Arrays;
import java.util.Locale;
import org.activationdesk.activation.Party;

/** Whose turn it is with a problem; the table knows them in lower case. */
public enum Owner {
    ADMINISTRATOR,
    PARTNER,
    MANAGER,
    /** The desk itself, at once. */
    DESK,
    /** There is nothing to do. */
    NOBODY;

    /** Who is waited for; what is left to the desk or to nobody, and yet open, the managers see to. */
    public Party party() {
        return switch (this) {
            case ADMINISTRATOR -> Party.ADMINISTRATOR;
            case PARTNER -> Party.PARTNER;
            case MANAGER, DESK, NOBODY -> Party.MANAGERS;
        };
    }

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
