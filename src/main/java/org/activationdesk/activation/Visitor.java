package org.activationdesk.activation;

import java.util.UUID;

/**
 * Who has signed in.
 *
 * @param domain the domain that the account shows; proves nothing by itself
 * @param domainProven whether the identity provider vouches that this domain belongs to the account's tenant
 * @param outsider a personal account, or a guest in its tenant; it can act for no organisation
 */
public record Visitor(
        String accountId,
        UUID tenantId,
        String name,
        String username,
        String domain,
        boolean domainProven,
        boolean outsider) {}
