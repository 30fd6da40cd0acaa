package org.activationdesk.web;

import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.signin.Groups;
import org.springframework.stereotype.Component;

/** Who may see an order: managers each, a partner's people those that their partner answers for now. */
@Component
public class OrderAccess {
    private final Activations activations;

    OrderAccess(Activations activations) {
        this.activations = activations;
    }

    /**
     * The activation of an order, where this reader may see it. Whoever may not is not even told that it exists.
     *
     * @param seller id of the partner that sold the key
     * @param number as it stands in the address; it may be no order number at all
     */
    public Optional<Activation> find(DeskUser reader, String seller, String number) {
        if (!OrderKey.NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        return activations.find(new OrderKey(seller, number)).filter(activation -> maySee(reader, activation));
    }

    private static boolean maySee(DeskUser reader, Activation activation) {
        return reader.account().in(Groups.MANAGERS) || reader.account().in(Groups.ofPartner(activation.partnerId()));
    }
}
