package org.activationdesk.problem;

import org.activationdesk.purchase.OrderKey;

/** What the process is told of problems; each method joins the caller's transaction. */
public interface ProblemProcess {
    /** Somebody has to resolve the open problem of this order. */
    void problemReported(OrderKey order);

    /** Nobody has to any more; nothing happens where nobody had to. */
    void problemSettled(OrderKey order);
}
