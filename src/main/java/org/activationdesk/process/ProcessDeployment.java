package org.activationdesk.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.activationdesk.language.Language;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together, so that a task finds the form of its own version; each form in both languages. The
 * engine's own scan would store them under names that differ between IDE and jar, and each other name makes a new version.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {
    private final RepositoryService repository;

    ProcessDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment =
                repository.createDeployment().name("activation-desk").enableDuplicateFiltering(false);
        try {
            for (Resource model : in("processes")) {
                deployment.addInputStream("processes/" + model.getFilename(), model.getInputStream());
            }
            FormTranslations translations = new FormTranslations();
            for (Resource form : in("forms")) {
                add(deployment, form, translations);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, Resource form, FormTranslations translations)
            throws IOException {
        String english = form.getContentAsString(StandardCharsets.UTF_8);
        String name = form.getFilename().replaceFirst("\\.form$", "");
        for (Language language : Language.values()) {
            deployment.addString("forms/" + name + "-" + language.code() + ".form", translations.in(language, english));
        }
    }

    private static Resource[] in(String folder) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.*");
    }
}
