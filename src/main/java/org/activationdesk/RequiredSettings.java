package org.activationdesk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.activationdesk.proof.ProofKeys;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Stops the start, before anything is connected, with one line for each setting that is missing or cannot work. */
@Component
class RequiredSettings implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final Map<String, String> REQUIRED = required();
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Environment environment;

    private static Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put(
                "spring.datasource.url", "DATASOURCE_URL: the PostgreSQL database, as jdbc:postgresql://host/desk");
        required.put("spring.mail.host", "MAIL_HOST: the SMTP server that takes the desk's mails");
        required.put("activation.mail.from", "ACTIVATION_MAIL_FROM: the address that the desk's mails come from");
        required.put("activation.mail.reply-to", "ACTIVATION_MAIL_REPLY_TO: whom people reach when they answer a mail");
        required.put(
                "activation.sign-in.issuer",
                "ACTIVATION_ISSUER: the OpenID Connect provider, as https://login.microsoftonline.com/organizations/v2.0");
        required.put("activation.sign-in.client-id", "ACTIVATION_CLIENT_ID: the desk's client id at that provider");
        required.put("activation.sign-in.client-secret", "ACTIVATION_CLIENT_SECRET: the secret of that client");
        required.put(
                "activation.sign-in.operator-tenant",
                "ACTIVATION_OPERATOR_TENANT: the tenant id of whoever runs the desk");
        required.put(
                "activation.link.key", "ACTIVATION_LINK_KEY: 32 random bytes in Base64, from: openssl rand -base64 32");
        required.put(
                "activation.key.hash-key",
                "ACTIVATION_KEY_HASH_KEY: 32 other random bytes in Base64, which recognise product keys");
        required.put(
                "activation.proof.keys",
                "ACTIVATION_PROOF_KEYS: the keys that sign proofs, from: java docs/examples/NewProofKey.java");
        required.put(
                "activation.public-url", "ACTIVATION_PUBLIC_URL: where people reach the desk, as https://desk.example");
        return required;
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> problems = new ArrayList<>();
        REQUIRED.forEach((setting, meaning) -> {
            if (value(setting).isBlank()) {
                problems.add("Missing " + meaning);
            }
        });
        checkSecret("activation.link.key", "ACTIVATION_LINK_KEY", problems);
        checkSecret("activation.key.hash-key", "ACTIVATION_KEY_HASH_KEY", problems);
        checkProofKeys(problems);
        checkPublicUrl(problems);
        if (!problems.isEmpty()) {
            throw new Unusable(problems);
        }
    }

    private void checkSecret(String setting, String variable, List<String> problems) {
        String secret = value(setting);
        try {
            if (!secret.isBlank() && Base64.getDecoder().decode(secret).length < 32) {
                problems.add(
                        "Wrong " + variable + ": it has fewer than 32 bytes; make one with: openssl rand -base64 32");
            }
        } catch (IllegalArgumentException notBase64) {
            problems.add("Wrong " + variable + ": it is not Base64; make one with: openssl rand -base64 32");
        }
    }

    private void checkProofKeys(List<String> problems) {
        String keys = value("activation.proof.keys");
        try {
            if (!keys.isBlank()) {
                ProofKeys.read(keys);
            }
        } catch (IllegalArgumentException unusable) {
            problems.add("Wrong ACTIVATION_PROOF_KEYS: " + unusable.getMessage()
                    + "; make one with: java docs/examples/NewProofKey.java");
        }
    }

    private void checkPublicUrl(List<String> problems) {
        String address = value("activation.public-url");
        if (address.isBlank()) {
            return;
        }
        if (!isPublicUrl(address.strip())) {
            problems.add(
                    "Wrong ACTIVATION_PUBLIC_URL: it must be an https address without a path, as https://desk.example");
        }
    }

    private static boolean isPublicUrl(String address) {
        try {
            URI url = new URI(address);
            return url.getHost() != null
                    && ("https".equals(url.getScheme()) || LOOPBACK.contains(url.getHost()))
                    && Set.of("", "/").contains(url.getPath());
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private String value(String setting) {
        return environment.getProperty(setting, "");
    }

    /** The desk cannot run with these settings. */
    static class Unusable extends RuntimeException {
        private final List<String> problems;

        Unusable(List<String> problems) {
            // Spring logs this message before the analyzer speaks, so it does not list them: each is said once.
            super("The desk cannot run with its settings");
            this.problems = List.copyOf(problems);
        }
    }

    /** Says it without a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<Unusable> {
        @Override
        protected FailureAnalysis analyze(Throwable root, Unusable unusable) {
            return new FailureAnalysis(
                    String.join("\n", unusable.problems),
                    "Set these environment variables; docs/operations.md explains each.",
                    unusable);
        }
    }
}
