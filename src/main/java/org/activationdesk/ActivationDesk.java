package org.activationdesk;

import org.activationdesk.process.EngineStatements;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes every purchased volume licensing key to an active subscription. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ActivationDesk {
    public static void main(String[] arguments) {
        SpringApplication desk = new SpringApplication(ActivationDesk.class);
        desk.addInitializers(new EngineStatements());
        desk.run(arguments);
    }
}
