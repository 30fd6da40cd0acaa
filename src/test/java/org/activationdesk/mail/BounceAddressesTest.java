package org.activationdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BounceAddressesTest {
    private static final String KEY = "dHJ5LW91dCBvbmx5LCBub3QgYSBzZWNyZXQgLSAzMiBieXRlcw==";
    private static final UUID MAIL = UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff");

    private final BounceAddresses addresses = addresses("bounces@desk.example", KEY);

    @Test
    void an_address_names_its_mail_whatever_happens_to_its_case() {
        String address = addresses.sign(MAIL).orElseThrow();
        assertThat(address).startsWith("bounces+").endsWith("@desk.example");
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(addresses.mail(address)).contains(MAIL);
        assertThat(addresses.mail(address.toUpperCase(Locale.ROOT))).contains(MAIL);
    }

    @Test
    void an_address_that_the_desk_has_not_made_names_nothing() {
        String address = addresses.sign(MAIL).orElseThrow();
        for (int i = "bounces+".length(); i < address.indexOf('@'); i++) {
            char changed = address.charAt(i) == '0' ? '1' : '0';
            assertThat(addresses.mail(address.substring(0, i) + changed + address.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(addresses.mail(address.replace("desk.example", "evil.example")))
                .isEmpty();
        assertThat(addresses.mail(address.replace("bounces", "other"))).isEmpty();
        assertThat(addresses.mail("bounces@desk.example")).isEmpty();
        assertThat(addresses("bounces@desk.example", KEY.replace("dHJ5", "dHJ6"))
                        .mail(address))
                .isEmpty();
    }

    @Test
    void without_a_bounce_address_nothing_is_signed() {
        assertThat(addresses("", KEY).sign(MAIL)).isEmpty();
    }

    @Test
    void a_bounce_address_that_is_too_long_is_told_at_once() {
        assertThatThrownBy(() -> addresses("undeliverable-mails@desk.example", KEY))
                .hasMessageContaining("15 characters");
    }

    private static BounceAddresses addresses(String address, String key) {
        return new BounceAddresses(
                new MailSettings("desk@desk.example", "Desk", "m@desk.example", address, 1, 60, List.of()), key);
    }
}
