package org.activationdesk.activation;

import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** Whether the account that signed in belongs to the customer, asked of the partner where nothing proves it. */
@Component
public class OrganisationQuestion {
    private final Activations activations;
    private final Agreements agreements;

    OrganisationQuestion(Activations activations, Agreements agreements) {
        this.activations = activations;
        this.agreements = agreements;
    }

    /** Records the partner's answer; true binds the account, false gives the activation back to be signed in again. */
    public boolean record(OrderKey order, Answer answer) {
        answer.hasOnly("outcome");
        boolean customers = answer.choice("outcome", "bad-outcome", "yes", "no").equals("yes");
        if (customers) {
            Activation activation = activations.get(order);
            agreements.belongsTo(activation.agreementId(), activation.accountTenantId(), activation.accountDomain());
            activations.agreementChanged(order);
            activations.organisationConfirmed(order, answer.who());
        } else {
            activations.release(order, answer.who());
        }
        return customers;
    }
}
