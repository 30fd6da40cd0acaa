package org.activationdesk.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.partner.Partner;
import org.activationdesk.partner.Partners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class ClaimsTest {
    private static final String OPERATOR = "11111111-1111-1111-1111-111111111111";
    private static final String PARTNER = "22222222-2222-2222-2222-222222222222";
    private static final String CUSTOMER = "44444444-4444-4444-4444-444444444444";
    private static final String PERSON = "55555555-5555-4555-8555-555555555555";
    private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private final Partners partners = mock(Partners.class);
    private final Claims claims =
            new Claims(new SignInSettings("https://x", "c", "s", UUID.fromString(OPERATOR), "desk", true), partners);

    @BeforeEach
    void onePartner() {
        when(partners.ofTenant(any())).thenReturn(Optional.empty());
        when(partners.ofTenant(UUID.fromString(PARTNER)))
                .thenReturn(Optional.of(
                        new Partner("noordzee", "N", UUID.fromString(PARTNER), "n", "n", null, "nl", "NL", "n")));
    }

    @Test
    void rolesCountInTheOperatorsTenantOnly() {
        List<String> roles = List.of("managers", "engineers", "partner-noordzee", "camunda-admin");
        assertThat(account(OPERATOR, "roles", roles).groups()).containsExactlyInAnyOrder("managers", "engineers");
        assertThat(account(CUSTOMER, "roles", roles).groups()).containsExactly("online-administrators");
        assertThat(account(PARTNER, "roles", roles).groups()).containsExactlyInAnyOrder("partners", "partner-noordzee");
        assertThat(account(PERSONAL, "roles", roles).groups()).isEmpty();
        assertThat(account(OPERATOR, "roles", "managers").groups()).containsExactly("online-administrators");
    }

    @Test
    void mailAddressesGrantNothing() {
        Map<String, Object> token = token(CUSTOMER);
        token.put("email", "manager@desk.example");
        token.put("preferred_username", "agent@noordzee.example");
        token.put("xms_edov", true);
        assertThat(claims.account(of(token)).groups()).containsExactly("online-administrators");
    }

    static List<Object[]> proofs() {
        return List.of(
                new Object[] {true, "a@bakkerij.example", true},
                new Object[] {"1", "a@BAKKERIJ.example", true},
                new Object[] {1, "a@bakkerij.example", true},
                new Object[] {"true", "a@bakkerij.example", true},
                new Object[] {"0", "a@bakkerij.example", false},
                new Object[] {false, "a@bakkerij.example", false},
                new Object[] {null, "a@bakkerij.example", false},
                new Object[] {true, "a@evil.example", false},
                new Object[] {true, null, false});
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void theDomainIsProvenOnlyWhenTheProviderVouchesForIt(Object vouched, String email, boolean proven) {
        Map<String, Object> token = token(CUSTOMER);
        token.put("preferred_username", "Admin@Bakkerij.Example");
        token.put("xms_edov", vouched);
        token.put("email", email);
        Account account = claims.account(of(token));
        assertThat(account.domain()).isEqualTo("bakkerij.example");
        assertThat(account.domainProven()).isEqualTo(proven);
        assertThat(account.id()).isEqualTo((CUSTOMER + PERSON).replace("-", "")).hasSize(64);
    }

    static List<Object[]> guests() {
        return List.of(
                new Object[] {"acct", 1, Standing.GUEST},
                new Object[] {"acct", "1", Standing.GUEST},
                new Object[] {"acct", 0, Standing.MEMBER},
                new Object[] {"idp", "https://sts.windows.net/" + CUSTOMER + "/", Standing.GUEST},
                new Object[] {"idp", "live.com", Standing.GUEST},
                new Object[] {"idp", "mail", Standing.GUEST},
                new Object[] {"preferred_username", "a_evil.example#EXT#@noordzee.example", Standing.GUEST},
                new Object[] {"upn", "a_evil.example#ext#@noordzee.example", Standing.GUEST},
                new Object[] {"unique_name", "a_evil.example#EXT#@noordzee.example", Standing.GUEST},
                new Object[] {"name", "C# and F#", Standing.MEMBER});
    }

    @ParameterizedTest
    @MethodSource("guests")
    void aGuestOfAnOrganisationIsNoneOfItsOwnPeople(String claim, Object value, Standing standing) {
        Account ofPartner = account(PARTNER, claim, value);
        assertThat(ofPartner.standing()).isEqualTo(standing);
        assertThat(ofPartner.in("partners")).isEqualTo(standing == Standing.MEMBER);
        Map<String, Object> manager = token(OPERATOR);
        manager.put("roles", List.of("managers"));
        manager.put(claim, value);
        assertThat(claims.account(of(manager)).in("managers")).isEqualTo(standing == Standing.MEMBER);
    }

    @Test
    void thePlaceWhereAMemberSignsInIsTheTenantItself() {
        assertThat(account(PARTNER, "idp", "https://sts.windows.net/" + PARTNER + "/")
                        .standing())
                .isEqualTo(Standing.MEMBER);
        assertThat(account(PERSONAL, "idp", "live.com").standing()).isEqualTo(Standing.PERSONAL);
    }

    @Test
    void aTokenWithoutTenantOrPersonIsRefused() {
        for (Map<String, Object> token : List.<Map<String, Object>>of(
                Map.of("oid", PERSON),
                Map.of("tid", CUSTOMER),
                Map.of("tid", "common", "oid", PERSON),
                Map.of("tid", "1-1-1-1-1", "oid", PERSON),
                Map.of("tid", CUSTOMER + "0", "oid", PERSON),
                Map.of("tid", CUSTOMER, "oid", "o-1"),
                Map.of("tid", CUSTOMER, "oid", "o\"}"))) {
            assertThatThrownBy(() -> claims.account(of(token))).isInstanceOf(OAuth2AuthenticationException.class);
        }
    }

    private Account account(String tenant, String claim, Object value) {
        Map<String, Object> token = token(tenant);
        token.put(claim, value);
        return claims.account(of(token));
    }

    private static Map<String, Object> token(String tenant) {
        return new HashMap<>(Map.of("tid", tenant, "oid", PERSON, "name", "N"));
    }

    private static ClaimAccessor of(Map<String, Object> token) {
        return () -> token;
    }
}
