package org.activationdesk.activation;

import java.util.Locale;
import java.util.Objects;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who arrive through an activation link and have signed in. The link proves the mailbox, the sign-in proves the
 * account, and the tenant guard decides whether both belong together, before anything is accepted.
 */
@Component
public class Arrivals {
    private final Activations activations;
    private final Agreements agreements;
    private final ActivationProcess process;

    Arrivals(Activations activations, Agreements agreements, ActivationProcess process) {
        this.activations = activations;
        this.agreements = agreements;
        this.process = process;
    }

    /**
     * Lets the visitor in where everything is proven. Safe to repeat.
     *
     * @param confirmsOrganisation whether the visitor has said that the account belongs to the customer
     */
    @Transactional
    public Arrival arrive(OrderKey order, Visitor visitor, boolean confirmsOrganisation) {
        Activation activation = activations.lock(order);
        if (activation.status().ended()) {
            return Arrival.ALREADY_DONE;
        }
        if (visitor.outsider()) {
            return Arrival.WRONG_ACCOUNT;
        }
        if (activation.accountId() != null) {
            return comesBack(activation, visitor);
        }
        return activation.status() == ActivationStatus.INVITED
                ? guard(activation, visitor, confirmsOrganisation)
                : Arrival.NOT_NOW;
    }

    private static Arrival comesBack(Activation activation, Visitor visitor) {
        if (!activation.accountId().equals(visitor.accountId())) {
            return Arrival.TAKEN_BY_ANOTHER;
        }
        return activation.organisationConfirmed() ? Arrival.LET_IN : Arrival.PARTNER_ASKED;
    }

    private Arrival guard(Activation activation, Visitor visitor, boolean confirmsOrganisation) {
        if (activation.expectedTenant() != null) {
            return activation.expectedTenant().equals(visitor.tenantId())
                    ? bind(activation, visitor)
                    : Arrival.WRONG_ACCOUNT;
        }
        if (!confirmsOrganisation) {
            return Arrival.CONFIRM_ORGANISATION;
        }
        if (visitor.domainProven() && visitor.domain().equals(expectedDomain(activation))) {
            agreements.belongsTo(activation.agreementId(), visitor.tenantId(), visitor.domain());
            activations.agreementChanged(activation.order());
            return bind(activation, visitor);
        }
        signIn(activation, visitor, false);
        return Arrival.PARTNER_ASKED;
    }

    private Arrival bind(Activation activation, Visitor visitor) {
        signIn(activation, visitor, true);
        return Arrival.LET_IN;
    }

    private void signIn(Activation activation, Visitor visitor, boolean confirmed) {
        activations.signedIn(activation.order(), visitor, confirmed);
        process.signedIn(activation.order(), confirmed);
    }

    private static String expectedDomain(Activation activation) {
        String email = activation.administratorEmail();
        return Objects.requireNonNullElse(
                activation.tenantDomain(),
                email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
