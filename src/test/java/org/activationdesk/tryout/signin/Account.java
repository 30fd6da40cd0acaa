package org.activationdesk.tryout.signin;

import java.util.List;
import java.util.UUID;

/** An account as Microsoft Entra ID describes one: tenant and object id name it, all else is for people to read. */
public record Account(
        String username, String name, UUID tenant, UUID objectId, String language, List<String> roles, String who) {

    /** The desk's id of this account. */
    public String id() {
        return (tenant + "" + objectId).replace("-", "");
    }

    boolean isPersonal() {
        return tenant.equals(Accounts.PERSONAL);
    }
}
