package org.activationdesk.web;

import java.util.Optional;
import java.util.stream.Collectors;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Orders;
import org.activationdesk.activation.Party;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.signin.Groups;
import org.activationdesk.web.Pages.NothingThere;
import org.springframework.stereotype.Component;

/**
 * Which orders somebody who is signed in may see, and as what: managers all, people of a partner those that it answers for
 * or has sold, an online administrator those that are bound to the account. Everybody else learns not even that an order
 * exists.
 */
@Component
public class OrderAccess {
    private final Activations activations;

    OrderAccess(Activations activations) {
        this.activations = activations;
    }

    /**
     * The activation of an order, and the part that somebody has in it.
     *
     * @param seller id of the partner that sold it, the first part of the order key
     * @param number as it stands in the address; it may be no order number at all
     * @throws NothingThere where the account has no part in it or there is no such order; pages answer it with 404
     */
    public Participation of(String seller, String number, Account account) {
        return Optional.of(number)
                .filter(OrderKey.NUMBER.asMatchPredicate())
                .flatMap(valid -> activations.find(new OrderKey(seller, valid)))
                .flatMap(activation -> role(
                                activation.order(), activation.partnerId(), activation.isBoundTo(account.id()), account)
                        .map(role -> new Participation(activation, role)))
                .orElseThrow(NothingThere::new);
    }

    /** As what a reader sees an order of the list. */
    static Party role(Orders.Line line, Account account) {
        return role(line.order(), line.answeringPartner(), line.isOwn(), account)
                .orElse(Party.NOBODY);
    }

    private static Optional<Party> role(OrderKey order, String answeringPartner, boolean own, Account account) {
        if (account.in(Groups.MANAGERS)) {
            return Optional.of(Party.MANAGERS);
        }
        if (account.in(Groups.ofPartner(answeringPartner))) {
            return Optional.of(Party.PARTNER);
        }
        if (own) {
            return Optional.of(Party.ADMINISTRATOR);
        }
        return account.in(Groups.ofPartner(order.partner())) ? Optional.of(Party.NOBODY) : Optional.empty();
    }

    /** Whose list of orders the reader gets. */
    Orders.Reader reader(DeskUser reader) {
        String partner = Groups.ofPartner("");
        return new Orders.Reader(
                reader.account().in(Groups.MANAGERS),
                reader.account().groups().stream()
                        .filter(group -> group.startsWith(partner))
                        .map(group -> group.substring(partner.length()))
                        .collect(Collectors.toSet()),
                reader.account().id());
    }

    /**
     * A part in an activation.
     *
     * @param role managers, partner or administrator; nobody where the partner has sold it and another one answers for it
     *     now: such a reader sees everything and does nothing
     */
    public record Participation(Activation activation, Party role) {
        /** Whether the reader sees what concerns other people. */
        public boolean isStaff() {
            return role != Party.ADMINISTRATOR;
        }
    }
}
