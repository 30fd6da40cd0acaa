package org.activationdesk.browser;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.tryout.signin.Accounts;
import org.activationdesk.tryout.signin.SignInProvider;

/** The environment variables with which an operator runs the desk. */
final class OperatorSettings {
    static final List<String> REQUIRED = List.of(
            "DATASOURCE_URL",
            "MAIL_HOST",
            "ACTIVATION_MAIL_FROM",
            "ACTIVATION_MAIL_REPLY_TO",
            "ACTIVATION_ISSUER",
            "ACTIVATION_CLIENT_ID",
            "ACTIVATION_CLIENT_SECRET",
            "ACTIVATION_OPERATOR_TENANT",
            "ACTIVATION_LINK_KEY",
            "ACTIVATION_KEY_HASH_KEY",
            "ACTIVATION_PROOF_KEYS",
            "ACTIVATION_PUBLIC_URL");

    private OperatorSettings() {}

    static Map<String, String> complete(int port, EmbeddedPostgres database, int smtp, SignInProvider provider) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PORT", String.valueOf(port));
        settings.put("DATASOURCE_URL", "jdbc:postgresql://localhost:" + database.getPort() + "/postgres");
        settings.put("DATASOURCE_USERNAME", "postgres");
        settings.put("DATASOURCE_PASSWORD", "postgres");
        settings.put("MAIL_HOST", "127.0.0.1");
        settings.put("MAIL_PORT", String.valueOf(smtp));
        settings.put("MAIL_AUTH", "false");
        settings.put("MAIL_STARTTLS", "false");
        settings.put("ACTIVATION_MAIL_FROM", "desk@desk.example");
        settings.put("ACTIVATION_MAIL_REPLY_TO", "people@desk.example");
        settings.put("ACTIVATION_ISSUER", provider.issuer());
        settings.put("ACTIVATION_CLIENT_ID", "activation-desk");
        settings.put("ACTIVATION_CLIENT_SECRET", "desk");
        settings.put("ACTIVATION_OPERATOR_TENANT", Accounts.DESK.toString());
        settings.put("ACTIVATION_LINK_KEY", "bm90IGEgc2VjcmV0LCBvbmx5IGZvciB0aGlzIG9uZSB0ZXN0");
        settings.put("ACTIVATION_KEY_HASH_KEY", "bm9yIGlzIHRoaXMsIG9ubHkgZm9yIHRoaXMgb25lIHRlc3Q=");
        settings.put("ACTIVATION_PROOF_KEYS", """
                {"keys":[{"kty":"EC","crv":"P-256","kid":"only for this one test",
                "x":"Y9cRFBfbsJE2-Xbuthq-oUJB5aaK-FgWDm1J1_-0UKw",
                "y":"fhplZbWQbmzeSXaGo2xfKpeQuJ7qJEEiCBJ9qhpVADI",
                "d":"uegVC5naIDZNoDCUWM3F2Q1Yf4kd813iAXDdV3py3VI"}]}
                """);
        settings.put("ACTIVATION_PUBLIC_URL", "https://desk.example");
        settings.put("COOKIE_SECURE", "false");
        String partner = "ACTIVATION_PARTNERS_NOORDZEE_";
        settings.put(partner + "NAME", "Noordzee IT");
        settings.put(partner + "TENANTID", Accounts.NOORDZEE.toString());
        settings.put(partner + "MAILDOMAIN", "noordzee.example");
        settings.put(partner + "ESCALATIONADDRESS", "licenties@noordzee.example");
        settings.put(partner + "LANGUAGE", "nl");
        settings.put(partner + "COUNTRY", "NL");
        settings.put(partner + "APICLIENT", "noordzee-orders");
        return settings;
    }
}
