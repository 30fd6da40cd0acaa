package org.activationdesk.tryout;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a {@link DeskTest} its settings as early as environment variables are there, so that whatever the desk checks
 * at its start sees the same as in production.
 */
class DeskTestSettings implements EnvironmentPostProcessor, Ordered {
    static final String WANTED = "desk-test";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty(WANTED, Boolean.class, false)) {
            environment.getPropertySources().addFirst(new MapPropertySource(WANTED, settings()));
        }
    }

    private static Map<String, Object> settings() {
        DeskTestServers servers = DeskTestServers.running();
        Ports free = Ports.free();
        Ports ports = new Ports(free.desk(), servers.provider().port(), free.smtp(), free.imap());
        servers.provider().admit(ports.deskUrl());
        Map<String, Object> settings = new HashMap<>(TryOutSettings.given(ports, servers.folder(ports)));
        settings.putAll(servers.database().settings("desk_" + ports.desk()));
        return settings;
    }
}
