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
 * Keeps what Hibernate knows of the tables of each persistence unit, which it does not give away later. Hibernate makes it by
 * its
 * name, one for each unit, so what it keeps is static. Thread-safe.
 */
public final class UnitMetadata implements Integrator {

    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();

    /** The tables of a unit, and what works on them. */
    record Model(Metadata metadata, SessionFactoryImplementor factory) {
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        MODELS.put(name(factory), new Model(metadata, factory));
    }

    /** A closed factory does not tell its name any more, and in dev mode another one may have taken its place. */
    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry services) {
        MODELS.values().removeIf(model -> model.factory() == factory);
    }

    /** @return null for a bind without entities */
    static Model of(String unit) {
        return MODELS.get(unit);
    }

    private static String name(SessionFactoryImplementor factory) {
        return String.valueOf(factory.getProperties().get(PersistenceSettings.PERSISTENCE_UNIT_NAME));
    }
}
