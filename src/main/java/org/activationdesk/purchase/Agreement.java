package org.activationdesk.purchase;

import java.util.UUID;

/**
 * A volume licensing agreement. It is identified by its License ID, or by authorization and license number together; what
 * is not known is null.
 *
 * @param country ISO 3166-1 alpha-2
 * @param tenantId the tenant at Microsoft Entra ID: one License ID maps to one tenant
 */
public record Agreement(
        Program program,
        String licenseId,
        String authorizationNumber,
        String licenseNumber,
        String organisation,
        String country,
        String publicCustomerNumber,
        UUID tenantId,
        String tenantDomain) {

    /** What people call it; null where it is not known. */
    public String licence() {
        return licenseId != null || authorizationNumber == null || licenseNumber == null
                ? licenseId
                : authorizationNumber + " / " + licenseNumber;
    }
}
