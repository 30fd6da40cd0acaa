package org.activationdesk.followup;

import java.util.Arrays;

/** What the table can decide. */
public enum Step {
    NONE("none"),
    REMIND("remind"),
    REMIND_WITH_DIAGNOSIS("remindWithDiagnosis"),
    ESCALATE_TO_PARTNER("escalateToPartner"),
    ESCALATE_TO_MANAGER("escalateToManager");

    private final String code;

    Step(String code) {
        this.code = code;
    }

    /** Reads what a table says, which may be one that somebody has deployed by hand. */
    public static Step of(String code) {
        return Arrays.stream(values())
                .filter(step -> step.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The follow-up table says \"" + code + "\"; it may say " + Arrays.toString(codes())));
    }

    public boolean reminds() {
        return this == REMIND || this == REMIND_WITH_DIAGNOSIS;
    }

    private static String[] codes() {
        return Arrays.stream(values()).map(step -> step.code).toArray(String[]::new);
    }
}
