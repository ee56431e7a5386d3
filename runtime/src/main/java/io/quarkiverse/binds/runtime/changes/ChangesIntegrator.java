package io.quarkiverse.binds.runtime.changes;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.PersistenceSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;

/** Adds the listener of changes to each session factory if there are observers. Made by Hibernate, as a service. */
public final class ChangesIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        ChangeEvents events = events();
        if (events == null) {
            return;
        }
        EntityChangeListener listener = new EntityChangeListener(events, bind(factory));
        EventListenerRegistry listeners = factory.getEventListenerRegistry();
        listeners.appendListeners(EventType.POST_INSERT, listener);
        listeners.appendListeners(EventType.POST_UPDATE, listener);
        listeners.appendListeners(EventType.POST_DELETE, listener);
        listeners.appendListeners(EventType.POST_UPSERT, listener);
        listeners.appendListeners(EventType.POST_COLLECTION_RECREATE, listener);
        listeners.appendListeners(EventType.POST_COLLECTION_UPDATE, listener);
        listeners.appendListeners(EventType.POST_COLLECTION_REMOVE, listener);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry services) {
        // nothing to do: the listener ends with its factory
    }

    /** The bean, or null if there are no observers. */
    static ChangeEvents events() {
        ArcContainer container = Arc.container();
        InstanceHandle<ChangeEvents> events = container == null ? null : container.instance(ChangeEvents.class);
        return events != null && events.isAvailable() ? events.get() : null;
    }

    /** The name of the persistence unit, which is that of the bind. */
    static String bind(SessionFactoryImplementor factory) {
        return String.valueOf(factory.getProperties().get(PersistenceSettings.PERSISTENCE_UNIT_NAME));
    }
}
