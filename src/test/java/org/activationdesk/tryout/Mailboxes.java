package org.activationdesk.tryout;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which mailboxes the mail server does not deliver to: some are gone for good, others only busy. */
public final class Mailboxes {
    /** Ends the addresses of mailboxes that are gone. */
    public static final String GONE = "@rejected.example";

    /** Ends the addresses whose mails are taken at first and come back some seconds later. */
    public static final String COMING_BACK = "@bounces.example";

    /** Where they come back to, at an address of its own for each. */
    static final String RETURNED = "bounces@desk.example";

    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    /** From now on the server asks to try this address again later. */
    public void busy(String address) {
        busy.add(address);
    }

    /** From now on nobody is at this address any more. */
    public void gone(String address) {
        gone.add(address);
    }

    public void free(String address) {
        gone.remove(address);
        busy.remove(address);
    }

    private volatile boolean deskRefused;

    /** From now on the server takes nothing from the desk. */
    public void refuseDesk(boolean refused) {
        deskRefused = refused;
    }

    /** The server's answer to MAIL FROM, or null where it takes the mail. */
    String refusalOfSender() {
        return deskRefused ? "553 5.7.1 Sender address rejected: not owned by user" : null;
    }

    static boolean isReturned(String address) {
        return address.startsWith("bounces+") && address.endsWith(RETURNED.substring(RETURNED.indexOf('@')));
    }

    /** The server's answer to RCPT TO, or null where it takes the mail. */
    String refusal(String address) {
        if (address.endsWith(GONE) || gone.contains(address)) {
            return "550 5.1.1 No such mailbox";
        }
        return busy.contains(address) ? "451 4.2.1 Mailbox busy, try again later" : null;
    }
}
