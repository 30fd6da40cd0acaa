package org.activationdesk.tryout;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What the parts inside the desk need to know; what never changes is in try-out/settings.yaml. */
record TryOutSettings(String folder, int smtpPort, int imapPort) {

    static Map<String, Object> given(Ports ports, Path folder) {
        return Map.of(
                "spring.config.import", "classpath:try-out/settings.yaml",
                "server.port", ports.desk(),
                "activation.public-url", ports.deskUrl(),
                "activation.sign-in.issuer", "http://localhost:" + ports.signIn(),
                "spring.mail.port", ports.smtp(),
                "activation.bounce-mailbox.port", ports.imap(),
                "try-out.smtp-port", ports.smtp(),
                "try-out.imap-port", ports.imap(),
                "try-out.folder", folder.toAbsolutePath().toString());
    }

    static TryOutSettings of(Environment environment) {
        return Binder.get(environment).bind("try-out", TryOutSettings.class).get();
    }

    Path path() {
        return Path.of(folder);
    }
}
