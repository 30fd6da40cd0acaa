package org.activationdesk.signin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.activationdesk.partner.Partners;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;

/**
 * Reads an account out of an ID token. People are known by <code>tid</code> and <code>oid</code>; neither
 * <code>email</code> nor <code>preferred_username</code> grants anything, since users can set them on themselves
 * (Microsoft: "Migrate away from using email claims for user identification or authorization").
 */
@Component
class Claims {
    /** The tenant of all private Microsoft accounts. */
    private static final UUID PERSONAL = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

    private static final Set<String> OPERATOR_GROUPS = Set.of(Groups.MANAGERS, Groups.ENGINEERS);

    private static final List<String> NAMES = List.of("preferred_username", "upn", "unique_name");
    private static final String GUEST_MARK = "#EXT#";

    private final SignInSettings settings;
    private final Partners partners;

    Claims(SignInSettings settings, Partners partners) {
        this.settings = settings;
        this.partners = partners;
    }

    /** @throws OAuth2AuthenticationException when the token names no tenant or no person */
    Account account(ClaimAccessor token) {
        UUID tenant = UUID.fromString(id(token, "tid"));
        String person = id(token, "oid");
        String username = text(token, "preferred_username").orElse("");
        String domain = domain(username);
        Standing standing = standing(token, tenant);
        return new Account(
                (tenant + person).replace("-", ""),
                tenant,
                person,
                text(token, "name").orElse(username.isEmpty() ? person : username),
                username,
                domain,
                proven(token, domain),
                standing,
                standing == Standing.MEMBER ? groups(token, tenant) : Set.of());
    }

    /**
     * A guest has <code>acct</code> 1, was vouched for by an <code>idp</code> outside the tenant, or bears the mark that Entra
     * puts into the names of guests. (Microsoft: "ID token claims reference", "Optional claims reference", "Properties of a
     * Microsoft Entra B2B collaboration user")
     */
    private static Standing standing(ClaimAccessor token, UUID tenant) {
        if (tenant.equals(PERSONAL)) {
            return Standing.PERSONAL;
        }
        Object status = token.getClaim("acct");
        boolean invited = status != null && "1".equals(status.toString());
        Object provider = token.getClaim("idp");
        boolean foreign = provider != null && !provider.toString().contains(tenant.toString());
        boolean marked = NAMES.stream()
                .flatMap(name -> text(token, name).stream())
                .anyMatch(name -> name.toUpperCase(Locale.ROOT).contains(GUEST_MARK));
        return invited || foreign || marked ? Standing.GUEST : Standing.MEMBER;
    }

    private Set<String> groups(ClaimAccessor token, UUID tenant) {
        Set<String> groups = new TreeSet<>();
        if (tenant.equals(settings.operatorTenant()) && token.getClaim("roles") instanceof Collection<?> roles) {
            OPERATOR_GROUPS.stream().filter(roles::contains).forEach(groups::add);
        }
        partners.ofTenant(tenant).ifPresent(partner -> {
            groups.add(Groups.PARTNERS);
            groups.add(Groups.ofPartner(partner.id()));
        });
        return groups.isEmpty() ? Set.of(Groups.ONLINE_ADMINISTRATORS) : Set.copyOf(groups);
    }

    /** Entra sends <code>xms_edov</code> as true, "1" or 1; absent means not verified. It vouches for the e-mail's domain. */
    private static boolean proven(ClaimAccessor token, String domain) {
        Object vouched = token.getClaim("xms_edov");
        boolean verified = vouched != null && Set.of("true", "1").contains(vouched.toString());
        return verified
                && !domain.isEmpty()
                && domain.equals(domain(text(token, "email").orElse("")));
    }

    /** Exactly 36 characters: Java reads shorter ones as well, and two spellings of one tenant would be two ids. */
    private static String id(ClaimAccessor token, String claim) {
        return text(token, claim)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(id -> id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> unusable(claim));
    }

    private static Optional<String> text(ClaimAccessor token, String claim) {
        return token.getClaim(claim) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).equals(address)
                ? ""
                : address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static OAuth2AuthenticationException unusable(String claim) {
        return new OAuth2AuthenticationException(
                new OAuth2Error("invalid_id_token", "The ID token has no usable claim " + claim, null));
    }
}
