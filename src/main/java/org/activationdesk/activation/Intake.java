package org.activationdesk.activation;

import org.activationdesk.purchase.DifferentPurchase;
import org.activationdesk.purchase.InvalidPurchase;
import org.activationdesk.purchase.Purchase;
import org.activationdesk.purchase.Purchases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes purchases in: purchase, activation and process instance come into being in one transaction, or none of them. */
@Component
public class Intake {
    private final Purchases purchases;
    private final Activations activations;
    private final ActivationProcess process;
    private final ContactAddresses addresses;

    Intake(Purchases purchases, Activations activations, ActivationProcess process, ContactAddresses addresses) {
        this.purchases = purchases;
        this.activations = activations;
        this.process = process;
        this.addresses = addresses;
    }

    /**
     * Takes a purchase in.
     *
     * @param who the partner's system that sent it
     * @return whether it is new; the same purchase again changes nothing
     * @throws DifferentPurchase where another one is known under its number
     * @throws InvalidPurchase where it contradicts what is known of the agreement, or names the desk as a contact
     */
    @Transactional
    public boolean receive(Purchase purchase, String who) {
        addresses.mustBeOthers(purchase.contacts());
        return purchases
                .receive(purchase)
                .map(agreement -> {
                    activations.open(purchase, agreement, who);
                    process.purchaseReceived(purchase.order());
                    return true;
                })
                .orElse(false);
    }
}
