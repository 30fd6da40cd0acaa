package org.activationdesk.partner;

import java.util.UUID;

/**
 * A partner that sells through this desk.
 *
 * @param id lower-case word with hyphens; part of the group id <code>partner-&lt;id&gt;</code> and of every order key
 * @param tenantId the partner's own tenant at the sign-in provider; its accounts act for this partner
 * @param mailDomain lower case
 * @param phone whom managers call; null where nobody has said
 * @param language <code>nl</code> or <code>en</code>
 * @param country two capital letters (ISO 3166-1)
 * @param apiClient the client id with which the partner's system calls <code>/api</code>
 */
public record Partner(
        String id,
        String name,
        UUID tenantId,
        String mailDomain,
        String escalationAddress,
        String phone,
        String language,
        String country,
        String apiClient) {}
