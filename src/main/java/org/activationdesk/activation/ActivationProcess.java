package org.activationdesk.activation;

import java.util.Map;
import java.util.Optional;
import org.activationdesk.purchase.OrderKey;

/** What the process is told and asked; each method joins the caller's transaction. */
public interface ActivationProcess {
    void purchaseReceived(OrderKey order);

    /** The administrator has signed in through the link; {@code organisationConfirmed} says whether the account is proven. */
    void signedIn(OrderKey order, boolean organisationConfirmed);

    void notTheAdministrator(OrderKey order);

    /** The activation mail cannot reach the administrator. */
    void bounced(OrderKey order);

    /** The administrator has handed the activation to a deputy, who is mailed a link. */
    void handedOver(OrderKey order);

    void withdrawn(OrderKey order);

    /** The key has died: whatever waits ends, and everybody is told. */
    void lapsed(OrderKey order);

    /** The administrator is silent: the partner is asked to help, and the administrator can still go on. */
    void escalated(OrderKey order);

    /** The partner's help is not needed any more; nothing happens where nobody was asked. */
    void helpSettled(OrderKey order);

    /** The partner is silent: the managers are asked to help, and the partner can still answer. */
    void partnerSilent(OrderKey order);

    /** The managers' help is not needed any more; nothing happens where nobody was asked. */
    void partnerAnswered(OrderKey order);

    /** The row of the decision table that these facts meet. */
    Diagnosis whyNoMail(Map<String, Object> facts);

    /** The task of this order that the account can work on now. */
    Optional<String> openTask(OrderKey order, String accountId);
}
