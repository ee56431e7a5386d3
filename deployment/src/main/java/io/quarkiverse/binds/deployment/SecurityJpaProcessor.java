package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks that quarkus-security-jpa, which has a key for its persistence unit, looks for its user entity in the right bind. */
class SecurityJpaProcessor {

    private static final DotName USER_DEFINITION = DotName.createSimple("io.quarkus.security.jpa.UserDefinition");
    private static final String PERSISTENCE_UNIT_KEY = "quarkus.security-jpa.persistence-unit-name";

    /**
     * The build item is declared but never produced: so this step runs before that of quarkus-security-jpa, whose error is
     * vague.
     */
    @BuildStep
    void check(BindsBuildItem binds, EntitiesBuildItem entities, CombinedIndexBuildItem index,
            BuildProducer<PersistenceUnitDescriptorBuildItem> ordered) {
        if (binds.isEmpty()) {
            return;
        }
        for (AnnotationInstance user : index.getIndex().getAnnotations(USER_DEFINITION)) {
            String name = user.target().asClass().name().toString();
            for (Map.Entry<String, List<String>> bind : entities.entities().entrySet()) {
                if (bind.getValue().contains(name)) {
                    requirePersistenceUnit(name, bind.getKey());
                }
            }
        }
    }

    private static void requirePersistenceUnit(String entity, String bind) {
        String configured = ConfigProvider.getConfig().getOptionalValue(PERSISTENCE_UNIT_KEY, String.class)
                .orElse(Bind.DEFAULT);
        if (!configured.equals(bind)) {
            throw new ConfigurationException("The user entity " + entity + " (@UserDefinition) is in " + BindNames.display(bind)
                    + ", but quarkus-security-jpa looks for it in " + BindNames.display(configured) + ": set "
                    + PERSISTENCE_UNIT_KEY + "="
                    + bind);
        }
    }
}
