package org.activationdesk.partner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads <code>activation.partners</code>, a map whose keys are the partners' ids. */
@Configuration(proxyBeanMethods = false)
class ConfiguredPartners {
    /** @throws IllegalStateException naming every bad setting at once, one a line */
    @Bean
    Partners partners(Environment settings, JdbcClient database) {
        return new Partners(read(Binder.get(settings)), database);
    }

    static List<Partner> read(Binder settings) {
        Map<String, PartnerSettings> entries = settings.bind(
                        "activation.partners",
                        Bindable.mapOf(String.class, PartnerSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .orElse(Map.of());
        List<String> faults = new ArrayList<>();
        entries.forEach((id, entry) -> faults.addAll(entry.faults(id)));
        refuseTwins(faults, entries, "tenant-id", PartnerSettings::tenantId);
        refuseTwins(faults, entries, "api-client", PartnerSettings::apiClient);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Bad settings:\n" + String.join("\n", faults));
        }
        return entries.entrySet().stream()
                .map(entry -> entry.getValue().partner(entry.getKey()))
                .toList();
    }

    /** Two partners that share a tenant or a client would see each other's purchases. */
    private static void refuseTwins(
            List<String> faults,
            Map<String, PartnerSettings> entries,
            String setting,
            Function<PartnerSettings, String> value) {
        Set<String> seen = new HashSet<>();
        entries.forEach((id, entry) -> {
            String text = value.apply(entry);
            if (text != null && !seen.add(text.toLowerCase(Locale.ROOT))) {
                faults.add(
                        "activation.partners." + id + "." + setting + " = '" + text + "': another partner has it too");
            }
        });
    }
}
