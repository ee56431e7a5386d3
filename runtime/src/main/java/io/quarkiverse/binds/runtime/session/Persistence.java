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

import io.quarkiverse.binds.Bind;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnit.PersistenceUnitLiteral;
import io.quarkus.hibernate.orm.runtime.TransactionSessions;

/**
 * The persistence units of the application: which entity is in which, their factories, and Quarkus's own sessions. The only
 * class at run time that knows classes of Quarkus's Hibernate ORM extension. Thread-safe.
 */
public final class Persistence {

    private final Map<String, String> unitOfEntity;
    private final Set<String> units;
    private final Set<String> twoPhase;
    private final Set<String> dynamic;
    private final Map<String, SessionFactory> factories = new ConcurrentHashMap<>();
    /** Each is used by one thread at a time. */
    private final Map<String, Queue<SessionBuilder>> builders = new ConcurrentHashMap<>();
    private final ClassValue<String> unitOfClass = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                String unit = unitOfEntity.get(c.getName());
                if (unit != null) {
                    return unit;
                }
            }
            return "";
        }
    };

    /**
     * @param unitOfEntity the unit of each entity, by the name of the class
     * @param twoPhase the binds that take part in a transaction by XA
     * @param dynamic the binds whose databases are opened on the fly
     */
    Persistence(Map<String, String> unitOfEntity, Set<String> twoPhase, Set<String> dynamic) {
        this.unitOfEntity = unitOfEntity;
        this.units = new TreeSet<>(unitOfEntity.values());
        this.twoPhase = twoPhase;
        this.dynamic = dynamic;
    }

    /** The units with entities, sorted. */
    Set<String> units() {
        return units;
    }

    boolean isTwoPhase(String bind) {
        return twoPhase.contains(bind);
    }

    boolean isDynamic(String bind) {
        return dynamic.contains(bind);
    }

    /** The unit of an entity class, of a subclass or of a proxy of one. */
    String unitOf(Class<?> type) {
        String unit = unitOfClass.get(type);
        if (unit.isEmpty()) {
            throw new IllegalArgumentException(
                    type.getName() + " is no entity of this application: it needs @Entity, and @Bind if"
                            + " it does not live in the default bind");
        }
        return unit;
    }

    boolean isEntity(Class<?> type) {
        return !unitOfClass.get(type).isEmpty();
    }

    /** The unit that is meant where none is named: that of the default bind, or the only one. */
    String defaultUnit() {
        if (units.contains(Bind.DEFAULT) || units.isEmpty()) {
            return Bind.DEFAULT;
        }
        if (units.size() == 1) {
            return units.iterator().next();
        }
        throw new IllegalStateException(
                "There is no default bind: name one of " + String.join(", ", units) + ", as in db.session(\""
                        + units.iterator().next()
                        + "\")");
    }

    SessionFactory factory(String unit) {
        SessionFactory factory = factories.get(unit);
        if (factory == null) {
            if (!units.contains(unit)) {
                throw new IllegalStateException(
                        "No entity lives in '" + unit + "', so there is no session for it. The binds with"
                                + " entities are: " + String.join(", ", units) + ". For SQL without entities: db.bind(\"" + unit
                                + "\").sql(...)");
            }
            factory = Arc.container().select(SessionFactory.class, new PersistenceUnitLiteral(unit)).get();
            factories.put(unit, factory);
        }
        return factory;
    }

    /**
     * A session in one of the databases of a dynamic bind.
     *
     * @param tenant what Hibernate tells the database by
     */
    Session open(String unit, String tenant) {
        // Hibernate asks for the tenant whenever it makes a builder, also of one that is then told, which takes longer than
        // all the rest
        Queue<SessionBuilder> resting = builders.computeIfAbsent(unit, name -> new ConcurrentLinkedQueue<>());
        SessionBuilder builder = resting.poll();
        if (builder == null) {
            builder = factory(unit).withOptions();
        }
        Session session = builder.tenantIdentifier((Object) tenant).openSession();
        resting.offer(builder);
        return session;
    }

    /** Quarkus's own session, which is bound to a transaction, or to the request where there is none. */
    Session quarkusSession(String unit) {
        return Holder.SESSIONS.getSession(unit);
    }

    /** Looked up at first use: at the start it is not there yet. */
    private static final class Holder {
        static final TransactionSessions SESSIONS = Arc.container().instance(TransactionSessions.class).get();
    }
}
