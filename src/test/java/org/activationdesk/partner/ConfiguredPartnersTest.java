package org.activationdesk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfiguredPartnersTest {
    private final Map<String, String> settings = new HashMap<>();

    @Test
    void readsPartners() {
        partner("noordzee", "22222222-2222-2222-2222-222222222222");
        assertThat(read()).singleElement().satisfies(partner -> {
            assertThat(partner.id()).isEqualTo("noordzee");
            assertThat(partner.mailDomain()).isEqualTo("noordzee.example");
            assertThat(partner.apiClient()).isEqualTo("noordzee-orders");
        });
    }

    @Test
    void aDeskWithoutPartnersStarts() {
        assertThat(read()).isEmpty();
    }

    @Test
    void namesEveryBadSettingAtOnce() {
        partner("noordzee", "not-a-tenant");
        settings.put("activation.partners.noordzee.language", "de");
        settings.put("activation.partners.noordzee.country", "Netherlands");
        settings.put("activation.partners.noordzee.escalation-address", "nobody");
        settings.put("activation.partners.noordzee.phone", "ask for Jan");
        settings.remove("activation.partners.noordzee.name");
        assertThatThrownBy(this::read)
                .hasMessageContainingAll(
                        "activation.partners.noordzee.tenant-id = 'not-a-tenant'",
                        "activation.partners.noordzee.language = 'de': is neither nl nor en",
                        "activation.partners.noordzee.country",
                        "activation.partners.noordzee.escalation-address",
                        "activation.partners.noordzee.phone = 'ask for Jan': is not a phone number such as",
                        "activation.partners.noordzee.name = '': is missing");
    }

    @Test
    void refusesTwoPartnersOfOneTenant() {
        partner("noordzee", "22222222-2222-2222-2222-222222222222");
        partner("zuiderlicht", "22222222-2222-2222-2222-222222222222");
        assertThatThrownBy(this::read).hasMessageContaining("another partner has it too");
    }

    @Test
    void refusesASettingThatDoesNotExist() {
        partner("noordzee", "22222222-2222-2222-2222-222222222222");
        settings.put("activation.partners.noordzee.colour", "blue");
        assertThatThrownBy(this::read).hasStackTraceContaining("activation.partners.noordzee.colour");
    }

    private void partner(String id, String tenant) {
        String prefix = "activation.partners." + id + ".";
        settings.put(prefix + "name", id);
        settings.put(prefix + "tenant-id", tenant);
        settings.put(prefix + "mail-domain", "Noordzee.example");
        settings.put(prefix + "escalation-address", "desk@noordzee.example");
        settings.put(prefix + "language", "nl");
        settings.put(prefix + "country", "NL");
        settings.put(prefix + "api-client", id + "-orders");
    }

    private List<Partner> read() {
        return ConfiguredPartners.read(new Binder(new MapConfigurationPropertySource(settings)));
    }
}
