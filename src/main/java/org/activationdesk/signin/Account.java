package org.activationdesk.signin;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * A person as the sign-in provider knows them.
 *
 * @param id <code>tid</code> and <code>oid</code> without hyphens, the only pair that identifies a person at Microsoft
 *     Entra ID; 64 characters, which is all that the narrowest of the engine's columns for users takes
 * @param name for display
 * @param username <code>preferred_username</code>, for display: its owner can change it, so it never grants anything
 * @param domain lower-case domain of the username or empty; for display and comparison, never grants anything
 * @param domainProven the provider vouches that the owner of the domain is behind the account (<code>xms_edov</code>)
 * @param groups ids, see {@link Groups}; members have some, nobody else has
 */
public record Account(
        String id,
        UUID tenantId,
        String objectId,
        String name,
        String username,
        String domain,
        boolean domainProven,
        Standing standing,
        Set<String> groups)
        implements Serializable {
    public boolean in(String group) {
        return groups.contains(group);
    }
}
