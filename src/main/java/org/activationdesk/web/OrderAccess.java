package org.activationdesk.web;

import java.util.Optional;
import java.util.stream.Collectors;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Orders;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.signin.Groups;
import org.activationdesk.web.Pages.NothingThere;
import org.springframework.stereotype.Component;

/**
 * Which orders somebody who is signed in may see: managers all, people of a partner those that it has sold or answers for,
 * an online administrator those that are bound to the account. Everybody else learns not even that an order exists.
 */
@Component
public class OrderAccess {
    private final Activations activations;

    OrderAccess(Activations activations) {
        this.activations = activations;
    }

    /**
     * The order, for whoever may see it.
     *
     * @param seller id of the partner that sold it, the first part of the order key
     * @throws NothingThere for everybody else, and where there is no such order; pages answer it with 404
     */
    public Activation require(DeskUser reader, String seller, String number) {
        return find(reader, seller, number).orElseThrow(NothingThere::new);
    }

    /** As {@link #require}; empty for whoever may not see it. */
    public Optional<Activation> find(DeskUser reader, String seller, String number) {
        return Optional.of(number)
                .filter(OrderKey.NUMBER.asMatchPredicate())
                .flatMap(valid -> activations.find(new OrderKey(seller, valid)))
                .filter(activation -> isStaff(reader, activation)
                        || activation.isBoundTo(reader.account().id()));
    }

    /** Whether the reader sees the order as a manager or for a partner, and with it what concerns other people. */
    public boolean isStaff(DeskUser reader, Activation activation) {
        return isManager(reader) || isPartner(reader, activation);
    }

    /** Whose list of orders the reader gets. */
    Orders.Reader reader(DeskUser reader) {
        String partner = Groups.ofPartner("");
        return new Orders.Reader(
                isManager(reader),
                reader.account().groups().stream()
                        .filter(group -> group.startsWith(partner))
                        .map(group -> group.substring(partner.length()))
                        .collect(Collectors.toSet()),
                reader.account().id());
    }

    public boolean isManager(DeskUser reader) {
        return reader.account().in(Groups.MANAGERS);
    }

    /** Whether the reader works for the partner that sold the order or for the one that answers for it now. */
    public boolean isPartner(DeskUser reader, Activation activation) {
        return reader.account().in(Groups.ofPartner(activation.partnerId()))
                || reader.account().in(Groups.ofPartner(activation.order().partner()));
    }
}
