package org.activationdesk.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together, so that a task finds the form of its own version. The engine's own scan would store
 * them under names that differ between IDE and jar, and each other name makes a new version.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {
    private static final String[] FOLDERS = {"processes", "forms"};

    private final RepositoryService repository;

    ProcessDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment =
                repository.createDeployment().name("activation-desk").enableDuplicateFiltering(false);
        try {
            for (String folder : FOLDERS) {
                add(deployment, folder);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, String folder) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (Resource resource : resolver.getResources("classpath*:" + folder + "/*.*")) {
            deployment.addInputStream(folder + "/" + resource.getFilename(), resource.getInputStream());
        }
    }
}
