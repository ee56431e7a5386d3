package io.quarkiverse.binds.runtime.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.PersistenceSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Keeps Hibernate's metadata of the entities and tables of each persistence unit, which Hibernate does not expose later.
 * Hibernate makes an instance per persistence unit by the name of the class, so the metadata is static. Thread-safe.
 */
public final class PersistenceUnitMetadata implements Integrator {

    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();

    /** The metadata of a persistence unit, and its factory. */
    public record Model(Metadata metadata, SessionFactoryImplementor factory) {
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        MODELS.put(name(factory), new Model(metadata, factory));
        if (factory.getSessionFactoryOptions().getCustomHqlTranslator() instanceof CrossBindHqlTranslator translator) {
            translator.translateFor(factory);
        }
    }

    /** Removes by factory: a closed one has no name any more, and in dev mode another one may have taken its place. */
    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry services) {
        MODELS.values().removeIf(model -> model.factory() == factory);
    }

    /** @return null for a bind without entities */
    public static Model of(String persistenceUnit) {
        return MODELS.get(persistenceUnit);
    }

    /**
     * Finds the persistence unit of an entity.
     *
     * @param name the name of an entity as queries may write it
     * @return the name of the persistence unit, null if none has such an entity
     */
    static String persistenceUnitOf(String name) {
        return MODELS.entrySet().stream().filter(model -> model.getValue().metadata().getImports().containsKey(name))
                .map(Map.Entry::getKey).sorted().findFirst().orElse(null);
    }

    static String name(SessionFactoryImplementor factory) {
        return String.valueOf(factory.getProperties().get(PersistenceSettings.PERSISTENCE_UNIT_NAME));
    }
}
