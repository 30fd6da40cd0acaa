package org.activationdesk.activation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.activation.ActivationStatus.Holder;
import org.activationdesk.language.Language;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.Program;

/** An activation with the purchase, the agreement and the partner that it is about, as read at one moment. */
public record Activation(
        String orderKey,
        long agreementId,
        Program program,
        String licence,
        String organisation,
        UUID tenantId,
        String tenantDomain,
        String product,
        int quantity,
        LocalDate orderedOn,
        String partnerId,
        String partnerName,
        String partnerLanguage,
        String escalationAddress,
        ActivationStatus status,
        Instant statusSince,
        String escalationReason,
        String escalationDetail,
        String administratorName,
        String administratorEmail,
        String administratorLanguage,
        String accountId,
        String accountName,
        String accountUsername,
        UUID accountTenantId,
        String accountDomain,
        boolean organisationConfirmed,
        Instant acceptedAt,
        String renewalEffect,
        String renewalRoute,
        Instant renewedAt,
        String endedBy,
        Instant endedAt,
        LocalDate absentUntil,
        String handedOverBy,
        String handedOverByName,
        UUID handedOverTenantId,
        LocalDate subscriptionEndsOn,
        Integer subscriptionSeats,
        LocalDate seenEndDate,
        Integer seenSeats,
        String seenDomain,
        Instant helpAskedAt,
        Instant managersAskedAt) {

    public OrderKey order() {
        return OrderKey.of(orderKey);
    }

    /** The language in which the partner is written to. */
    public Language languageOfPartner() {
        return Language.of(partnerLanguage).orElse(Language.EN);
    }

    /** The language in which the administrator is written to; the partner's while nobody is known. */
    public Language languageOfAdministrator() {
        return Optional.ofNullable(administratorLanguage).flatMap(Language::of).orElse(languageOfPartner());
    }

    /** The language in which whoever holds a task is spoken to. */
    public Language languageOf(Holder holder) {
        return switch (holder) {
            case ADMINISTRATOR -> languageOfAdministrator();
            case PARTNER -> languageOfPartner();
            default -> Language.EN;
        };
    }

    /** The only tenant that is let in; null where none is known yet. Whoever hands over does so within a tenant. */
    public UUID expectedTenant() {
        return handedOverTenantId == null ? tenantId : handedOverTenantId;
    }

    /** Whether an account has taken the activation on and its organisation is beyond doubt. */
    public boolean isBound() {
        return organisationConfirmed && accountId != null;
    }

    /** Whether this account has taken the activation on and its organisation is beyond doubt. */
    public boolean isBoundTo(String account) {
        return organisationConfirmed && account.equals(accountId);
    }

    /** Whether the partner is asked to help; an answer or a step of the administrator begins a new stage. */
    public boolean isHelpOpen() {
        return helpAskedAt != null && !helpAskedAt.isBefore(statusSince);
    }

    /** Whether the partner was asked to help, and that is of no meaning any more. */
    public boolean isHelpSettled() {
        return helpAskedAt != null && !isHelpOpen();
    }

    /** Since when it has been the partner's turn, if it is. */
    public Instant partnersTurnSince() {
        return isHelpOpen() ? helpAskedAt : statusSince;
    }

    /** Whether the managers are asked to help with the partner. */
    public boolean isManagersHelpOpen() {
        return managersAskedAt != null && !managersAskedAt.isBefore(partnersTurnSince());
    }

    /** Whether the managers were asked to help, and that is of no meaning any more. */
    public boolean isManagersHelpSettled() {
        return managersAskedAt != null && !isManagersHelpOpen();
    }
}
