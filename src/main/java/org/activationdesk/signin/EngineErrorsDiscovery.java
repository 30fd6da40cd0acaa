package org.activationdesk.signin;

import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Brings {@link EngineErrors} into each of the web apps. Public, as Jersey makes it from its file in META-INF/services. */
public class EngineErrorsDiscovery implements AutoDiscoverable {
    /** A priority of Jakarta REST; the engine's own mappers have the usual one, 5000. */
    private static final int BEFORE_THE_ENGINES = 1;

    @Override
    public void configure(FeatureContext webapp) {
        List.of(
                        EngineErrors.OfEngine.class,
                        EngineErrors.OfCall.class,
                        EngineErrors.OfSyntax.class,
                        EngineErrors.OfFields.class,
                        EngineErrors.OfAnythingElse.class)
                .forEach(type -> webapp.register(type, BEFORE_THE_ENGINES));
    }
}
