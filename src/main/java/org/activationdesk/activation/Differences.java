package org.activationdesk.activation;

import org.activationdesk.purchase.OrderKey;

/** Who is told that the admin center shows something else than the renewal should bring. */
public interface Differences {
    /**
     * A difference was found; joins the caller's transaction.
     *
     * @param problem its id in the catalogue of problems, as F11
     * @param detail what was expected and what was seen
     * @param who the account that saw it
     */
    void found(OrderKey order, String problem, String detail, String who);
}
