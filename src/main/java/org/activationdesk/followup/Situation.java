package org.activationdesk.followup;

/**
 * How long somebody has been waited for, as the table reads it. Long waits look alike: without that, every day of five
 * years would be a question of its own.
 *
 * @param waited working days since the stage began, at most 99
 * @param reminders how many have been sent in this stage
 * @param sinceReminder working days since the last reminder, or since the stage began; at most 99
 * @param escalated whether somebody else has been asked for help in this stage
 * @param daysLeft days until the unused key dies, from 0 to 400
 */
public record Situation(Stage stage, int waited, int reminders, int sinceReminder, boolean escalated, int daysLeft) {
    private static final int LONG = 99;
    private static final int FAR = 400;

    public Situation {
        waited = Math.min(waited, LONG);
        reminders = Math.min(reminders, LONG);
        sinceReminder = Math.min(sinceReminder, LONG);
        daysLeft = Math.max(0, Math.min(daysLeft, FAR));
    }
}
