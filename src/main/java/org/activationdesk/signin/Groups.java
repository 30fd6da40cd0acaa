package org.activationdesk.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.activationdesk.partner.Partners;
import org.springframework.stereotype.Component;

/** The groups of the desk and the names under which people see them. */
@Component
public class Groups {
    public static final String MANAGERS = "managers";
    public static final String ENGINEERS = "engineers";
    public static final String PARTNERS = "partners";
    public static final String ONLINE_ADMINISTRATORS = "online-administrators";

    private static final Map<String, String> NAMES = Map.of(
            MANAGERS, "Managers",
            ENGINEERS, "Engineers",
            PARTNERS, "Partners",
            ONLINE_ADMINISTRATORS, "Online administrators");

    private final Partners partners;

    Groups(Partners partners) {
        this.partners = partners;
    }

    /** The group of one partner's people, the candidates of that partner's tasks. */
    public static String ofPartner(String partnerId) {
        return "partner-" + partnerId;
    }

    /** Empty for an id that is no group of the desk. */
    Optional<String> name(String id) {
        Optional<String> common = Optional.ofNullable(NAMES.get(id));
        return common.isPresent()
                ? common
                : partners.all().stream()
                        .filter(partner -> ofPartner(partner.id()).equals(id))
                        .map(partner -> partner.name())
                        .findAny();
    }

    List<String> all() {
        Stream<String> ofPartners = partners.all().stream().map(partner -> ofPartner(partner.id()));
        return Stream.concat(NAMES.keySet().stream(), ofPartners).sorted().toList();
    }
}
