package io.quarkiverse.binds.runtime.session;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.hibernate.Session;
import org.hibernate.SessionBuilder;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.RecordedQuery;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnit.PersistenceUnitLiteral;

/** The persistence units of the application: the entities of each, and their session factories. Thread-safe. */
public final class PersistenceUnits {

    private final Map<String, String> byEntity;
    private final Set<String> names;
    private final Set<String> twoPhase;
    private final Set<String> dynamic;
    private final Map<String, SessionFactory> factories = new ConcurrentHashMap<>();
    /** Idle session builders by persistence unit; each is used by one thread at a time. */
    private final Map<String, Queue<SessionBuilder>> builders = new ConcurrentHashMap<>();
    private final ClassValue<String> byClass = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                String name = byEntity.get(c.getName());
                if (name != null) {
                    return name;
                }
            }
            return "";
        }
    };

    /**
     * @param byEntity the name of the persistence unit of each entity class
     * @param twoPhase the binds that take part in a transaction by XA
     * @param dynamic the binds whose databases are opened on the fly
     */
    PersistenceUnits(Map<String, String> byEntity, Set<String> twoPhase, Set<String> dynamic) {
        this.byEntity = byEntity;
        this.names = new TreeSet<>(byEntity.values());
        this.twoPhase = twoPhase;
        this.dynamic = dynamic;
    }

    /** The names of the persistence units with entities, sorted. */
    Set<String> names() {
        return names;
    }

    boolean isTwoPhase(String bind) {
        return twoPhase.contains(bind);
    }

    boolean isDynamic(String bind) {
        return dynamic.contains(bind);
    }

    /** The name of the persistence unit of an entity class, of a subclass of it or of a proxy. */
    String of(Class<?> type) {
        String name = byClass.get(type);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(UnknownEntity.message(type));
        }
        return name;
    }

    boolean isEntity(Class<?> type) {
        return !byClass.get(type).isEmpty();
    }

    /** The persistence unit for a call without a name: that of the default bind, or the only one. */
    String defaultPersistenceUnit() {
        if (names.contains(Bind.DEFAULT) || names.isEmpty()) {
            return Bind.DEFAULT;
        }
        if (names.size() == 1) {
            return names.iterator().next();
        }
        throw new IllegalStateException(
                "There is no default bind: name one of " + String.join(", ", names) + ", as in db.session(\""
                        + names.iterator().next()
                        + "\")");
    }

    /** The associations that a statement probably loads, as {@code Author.books}, sorted; empty if there are none. */
    public Set<String> associations(RecordedQuery query) {
        return names.contains(query.bind())
                ? LoadedAssociations.of(factory(query.bind()).unwrap(SessionFactoryImplementor.class), query.statement())
                : Set.of();
    }

    SessionFactory factory(String persistenceUnit) {
        SessionFactory factory = factories.get(persistenceUnit);
        if (factory == null) {
            if (!names.contains(persistenceUnit)) {
                throw new IllegalStateException(
                        "No entity lives in '" + persistenceUnit + "', so there is no session for it. The binds with"
                                + " entities are: " + String.join(", ", names) + ". For SQL without entities: db.bind(\""
                                + persistenceUnit
                                + "\").sql(...)");
            }
            factory = Arc.container().select(SessionFactory.class, new PersistenceUnitLiteral(persistenceUnit)).get();
            factories.put(persistenceUnit, factory);
        }
        return factory;
    }

    /** The name of the persistence unit of a factory, from Hibernate itself. */
    String of(SessionFactoryImplementor factory) {
        for (String name : names) {
            if (factory(name).unwrap(SessionFactoryImplementor.class) == factory) {
                return name;
            }
        }
        throw new IllegalStateException(
                "The session factory " + factory.getName() + " is of no persistence unit of this application");
    }

    /**
     * Opens a session in one of the databases of a dynamic bind.
     *
     * @param tenant the tenant identifier of the database
     */
    Session open(String persistenceUnit, String tenant) {
        // builders are reused: with each new one Hibernate resolves the tenant, even if it is set explicitly afterwards, and
        // that takes longer than everything else
        Queue<SessionBuilder> idle = builders.computeIfAbsent(persistenceUnit, key -> new ConcurrentLinkedQueue<>());
        SessionBuilder builder = idle.poll();
        if (builder == null) {
            builder = factory(persistenceUnit).withOptions();
        }
        Session session = builder.tenantIdentifier((Object) tenant).openSession();
        idle.offer(builder);
        return session;
    }

    /** @param tenant the tenant identifier of the database; null for a bind with one database */
    StatelessSession openStateless(String persistenceUnit, String tenant) {
        SessionFactory factory = factory(persistenceUnit);
        return tenant == null ? factory.openStatelessSession()
                : factory.withStatelessOptions().tenantIdentifier((Object) tenant).openStatelessSession();
    }
}
