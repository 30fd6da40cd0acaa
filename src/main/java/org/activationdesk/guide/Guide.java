package org.activationdesk.guide;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** The guides, one for each way to activate. Who changes a text gives it a new version and date, here and nowhere else. */
public enum Guide {
    ACTIVATION_LINK("activation-link", "2026-12", LocalDate.of(2026, 11, 28)),
    LICENSING_PORTAL("licensing-portal", "2026-12", LocalDate.of(2026, 11, 28));

    private final String code;
    private final String version;
    private final LocalDate updated;

    Guide(String code, String version, LocalDate updated) {
        this.code = code;
        this.version = version;
        this.updated = updated;
    }

    /** What stands in addresses and in the names of files. */
    public String code() {
        return code;
    }

    public String version() {
        return version;
    }

    public LocalDate updated() {
        return updated;
    }

    public static Optional<Guide> of(String code) {
        return Arrays.stream(values()).filter(guide -> guide.code.equals(code)).findAny();
    }
}
