package org.activationdesk.activation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
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
        Instant managersAskedAt)
        implements Standing {

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
    public Language languageOf(Party holder) {
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

    @Override
    public boolean accountQuestioned() {
        return status == ActivationStatus.WITH_PARTNER && accountId != null;
    }

    /** Whether the partner was asked to help, and that is of no meaning any more. */
    public boolean isHelpSettled() {
        return helpAskedAt != null && !isHelpOpen();
    }

    /** Whether the managers were asked to help, and that is of no meaning any more. */
    public boolean isManagersHelpSettled() {
        return managersAskedAt != null && !isManagersHelpOpen();
    }
}
