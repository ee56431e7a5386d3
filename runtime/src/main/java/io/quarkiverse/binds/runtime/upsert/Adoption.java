package io.quarkiverse.binds.runtime.upsert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.hibernate.collection.spi.PersistentArrayHolder;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CascadeStyle;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;

/** Hands the entities that one session has inserted over to another session of the same transaction, without a statement. */
final class Adoption {

    private Adoption() {
    }

    private record Collected(PersistentCollection<?> collection, CollectionPersister mapping) {
    }

    /**
     * Refuses an entity whose insert would cascade to an entity that the session of the unit of work manages: the session of
     * the attempt could not insert it again.
     */
    static void requireNoCascadeTo(SessionImplementor main, EntityPersister mapping, Object entity) {
        if (main.contains(entity)) {
            throw new IllegalStateException("The function for a new " + mapping.getEntityName()
                    + " has made it persistent, for example by adding it to a collection of a managed entity: leave that to"
                    + " getOrCreate, and add it to the collection if it was created");
        }
        if (!mapping.hasCascades()) {
            return;
        }
        CascadeStyle[] cascades = mapping.getPropertyCascadeStyles();
        for (int i = 0; i < cascades.length; i++) {
            if (cascades[i].doCascade(CascadingActions.PERSIST) && hasManaged(main, mapping.getValue(entity, i))) {
                throw new IllegalStateException("'" + mapping.getPropertyNames()[i] + "' of the new " + mapping.getEntityName()
                        + " refers to an entity that is managed already, and cascades PERSIST to it: set it after getOrCreate,"
                        + " or leave the cascade out");
            }
        }
    }

    private static boolean hasManaged(SessionImplementor main, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(element -> isManaged(main, element));
        }
        return value instanceof Collection<?> collection ? collection.stream().anyMatch(element -> isManaged(main, element))
                : isManaged(main, value);
    }

    private static boolean isManaged(SessionImplementor main, Object value) {
        return value != null && main.getFactory().getMappingMetamodel().isEntityClass(value.getClass()) && main.contains(value);
    }

    static void move(SessionImplementor from, SessionImplementor to) {
        Map.Entry<Object, EntityEntry>[] entities = from.getPersistenceContextInternal().reentrantSafeEntityEntries();
        List<Collected> collections = new ArrayList<>(0);
        from.getPersistenceContextInternal().forEachCollectionEntry(
                (collection, entry) -> collections.add(new Collected(collection, entry.getLoadedPersister())), false);
        from.clear(); // an entity belongs to one session at a time
        PersistenceContext context = to.getPersistenceContextInternal();
        for (Map.Entry<Object, EntityEntry> entity : entities) {
            add(context, entity.getKey(), entity.getValue());
        }
        for (Collected collected : collections) {
            add(to, context, collected);
        }
    }

    private static void add(PersistenceContext context, Object entity, EntityEntry entry) {
        EntityKey key = entry.getEntityKey();
        Object stale = context.getEntity(key);
        if (stale != null) {
            context.getSession().asSessionImplementor().evict(stale); // its row was deleted by another transaction
        }
        context.addEntity(entity, entry.getStatus(), entry.getLoadedState(), key, entry.getVersion(), entry.getLockMode(), true,
                entry.getPersister(), false);
    }

    private static void add(SessionImplementor to, PersistenceContext context, Collected collected) {
        PersistentCollection<?> collection = collected.collection();
        if (collected.mapping() == null || !collection.setCurrentSession(to)) {
            return;
        }
        context.addInitializedDetachedCollection(collected.mapping(), collection);
        if (collection instanceof PersistentArrayHolder) {
            context.addCollectionHolder(collection);
        }
    }
}
