package org.activationdesk.activation;

import java.util.Optional;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** Finds the person that gets the mail. */
@Component
public class AdministratorSearch {
    private final Activations activations;
    private final Agreements agreements;

    AdministratorSearch(Activations activations, Agreements agreements) {
        this.activations = activations;
        this.agreements = agreements;
    }

    /** Walks the recipient chain of the agreement; false where it names nobody who can be reached. */
    public boolean find(OrderKey order) {
        Optional<Contact> recipient = agreements.recipient(order);
        recipient.ifPresentOrElse(
                contact -> activations.administratorFound(order, contact),
                () -> activations.escalate(
                        order,
                        TimelineEvent.ADMINISTRATOR_UNKNOWN,
                        Activations.DESK,
                        EscalationReason.NO_CONTACT,
                        null));
        return recipient.isPresent();
    }
}
