package org.activationdesk.activation;

import java.util.UUID;

/**
 * Who has signed in with a work or school account, or a personal one.
 *
 * @param domain the domain that the account shows; proves nothing by itself
 * @param domainProven whether the identity provider vouches that this domain belongs to the account's tenant
 */
public record Visitor(
        String accountId,
        UUID tenantId,
        String name,
        String username,
        String domain,
        boolean domainProven,
        boolean personal) {}
