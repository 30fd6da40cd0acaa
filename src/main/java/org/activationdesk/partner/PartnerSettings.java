package org.activationdesk.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One entry of <code>activation.partners</code> as it was written, before anybody has looked whether it makes sense. */
record PartnerSettings(
        String name,
        String tenantId,
        String mailDomain,
        String escalationAddress,
        String phone,
        String language,
        String country,
        String apiClient) {
    private static final String DOMAIN = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+";

    /** Every fault of this entry, each as one line that begins with the setting's name; empty when all is well. */
    List<String> faults(String id) {
        List<String> faults = new ArrayList<>();
        check(faults, id, "", id, "[a-z0-9]+(-[a-z0-9]+)*", "the id has lower-case letters, digits and single hyphens");
        check(faults, id, ".name", name, "\\S.*", "is missing");
        check(
                faults,
                id,
                ".tenant-id",
                tenantId,
                "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                "is not a tenant id");
        check(faults, id, ".mail-domain", lower(mailDomain), DOMAIN, "is not a domain such as noordzee.example");
        check(faults, id, ".escalation-address", lower(escalationAddress), "[^@\\s]+@" + DOMAIN, "is not an address");
        check(
                faults,
                id,
                ".phone",
                phone == null ? "+0" : phone,
                "\\+?[0-9][0-9 ()/.-]*",
                "is not a phone number such as +31 10 555 0100");
        check(faults, id, ".language", language, "nl|en", "is neither nl nor en");
        check(faults, id, ".country", country, "[A-Z]{2}", "is not two capital letters such as NL");
        check(faults, id, ".api-client", apiClient, "\\S+", "is missing");
        return faults;
    }

    Partner partner(String id) {
        return new Partner(
                id,
                name.strip(),
                UUID.fromString(tenantId),
                lower(mailDomain),
                escalationAddress,
                phone,
                language,
                country,
                apiClient);
    }

    private static void check(
            List<String> faults, String id, String setting, String value, String form, String complaint) {
        if (value == null || !value.matches(form)) {
            faults.add(
                    "activation.partners." + id + setting + " = '" + (value == null ? "" : value) + "': " + complaint);
        }
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
