package org.activationdesk.tryout.signin;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real OpenID Connect provider in the place of Microsoft Entra ID: an application of its own in the same Java process,
 * which knows nothing of the desk, its settings or its database.
 */
public final class SignInProvider implements AutoCloseable {
    private final int port;
    private final ConfigurableApplicationContext application;

    private SignInProvider(int port, ConfigurableApplicationContext application) {
        this.port = port;
        this.application = application;
    }

    public static SignInProvider start(int port) {
        Map<String, Object> settings = Map.of(
                // Not the desk's application.yaml.
                "spring.config.name",
                "sign-in-provider",
                "server.port",
                port,
                // Browsers send the cookies of all ports to each.
                "server.servlet.session.cookie.name",
                "SIGN_IN_PROVIDER",
                "server.servlet.session.tracking-modes",
                "cookie",
                "spring.main.log-startup-info",
                false,
                "logging.level.root",
                "warn",
                "spring.jmx.enabled",
                false);
        return new SignInProvider(
                port,
                new SpringApplicationBuilder(SignInParts.class)
                        .web(WebApplicationType.SERVLET)
                        .bannerMode(Banner.Mode.OFF)
                        .run(settings.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new)));
    }

    public int port() {
        return port;
    }

    public String issuer() {
        return "http://localhost:" + port;
    }

    /** Lets people sign in to the desk at this address. */
    public void admit(String deskUrl) {
        application.getBean(Clients.class).admit(deskUrl);
    }

    @Override
    public void close() {
        application.close();
    }
}
