package org.activationdesk.web;

import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus.Holder;
import org.activationdesk.activation.Activations;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.Groups;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may see the pages about an order, and as what. Whoever has no part in it does not learn that it exists. */
@Component
class OrderAccess {
    private final Activations activations;

    OrderAccess(Activations activations) {
        this.activations = activations;
    }

    /** The activation of an order that the account has a part in. */
    Participation of(String seller, String number, Account account) {
        return find(seller, number)
                .flatMap(activation -> role(activation, account).map(role -> new Participation(activation, role)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Activation> find(String seller, String number) {
        return OrderKey.NUMBER.matcher(number).matches()
                ? activations.find(new OrderKey(seller, number))
                : Optional.empty();
    }

    private static Optional<Holder> role(Activation activation, Account account) {
        if (account.personal()) {
            return Optional.empty();
        }
        if (account.in(Groups.MANAGERS)) {
            return Optional.of(Holder.MANAGERS);
        }
        if (account.in(Groups.ofPartner(activation.partnerId()))) {
            return Optional.of(Holder.PARTNER);
        }
        return activation.isBoundTo(account.id()) ? Optional.of(Holder.ADMINISTRATOR) : Optional.empty();
    }

    /** An activation, and the part that somebody has in it: administrator, partner or managers. */
    record Participation(Activation activation, Holder role) {}
}
