package org.activationdesk.mail;

/** A story in which no postmen work is told what was queued as they would be. */
public class OpenTray {
    private static final int ROOM = 100;

    private final Tray tray;

    OpenTray(Tray tray) {
        this.tray = tray;
        tray.open(ROOM, 0);
    }

    /** The desk is killed: what lay here nobody knows any more. */
    public int lose() {
        return tray.take(ROOM).mails().size();
    }
}
