package io.quarkiverse.binds.runtime.session;

import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transaction;

import org.hibernate.Session;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.SessionScope;
import io.quarkiverse.binds.UnitOptions;
import io.quarkiverse.binds.runtime.config.SessionRuntimeConfig;
import io.quarkus.runtime.LaunchMode;

/** Which unit of work the calling thread is in. Thread-safe. */
@Singleton
public class Units {

    /** Set by who opens a unit on a thread, removed by the same. */
    private static final ThreadLocal<Unit> CURRENT = new ThreadLocal<>();

    private final Jta jta;
    private final Persistence persistence;
    private final RequestUnits requests;
    private final SessionScope scope;
    private final CommitPolicy policy;
    private final boolean retriesSafeMethods;
    private final DatabaseChoice choice;
    private final boolean warns = LaunchMode.current() == LaunchMode.DEVELOPMENT;

    Units(Jta jta, Persistence persistence, Instance<RequestUnits> requests, Instance<SessionScope> scope,
            Instance<DatabaseChoice> choice, SessionRuntimeConfig config) {
        this.jta = jta;
        this.persistence = persistence;
        this.requests = requests.isResolvable() ? requests.get() : null;
        if (scope.isAmbiguous()) {
            throw new IllegalStateException("There are several beans of the type " + SessionScope.class.getName()
                    + ", one at most decides which session is used: make the others alternatives that are not selected");
        }
        this.scope = scope.isResolvable() ? scope.get() : null;
        this.choice = choice.isResolvable() ? choice.get() : null;
        this.retriesSafeMethods = config.retrySafeMethods();
        this.policy = config.commit().orElse(CommitPolicy.EXPLICIT);
    }

    /**
     * The unit that work on this thread belongs to; null if there is none, or if a transaction is going on that is not the
     * unit's.
     */
    Unit governing() {
        Unit unit = CURRENT.get();
        if (unit == null && requests == null) {
            return null;
        }
        Transaction onThread = jta.current();
        if (unit == null) {
            unit = requests.current(onThread == null ? this : null);
        }
        return unit != null && unit.governs(onThread) ? unit : null;
    }

    /** A unit for a request, to be ended by the caller. */
    public Unit open(Supplier<String> name) {
        return new Unit(this, UnitOptions.defaults(), given(), name);
    }

    /** The databases of dynamic binds that are given on this thread, for what is begun within. */
    Map<String, String> given() {
        Unit unit = CURRENT.get();
        return unit == null ? Map.of() : unit.given();
    }

    /** The key of the database of a dynamic bind for what this thread does. */
    String database(String bind) {
        Unit unit = governing();
        if (unit != null) {
            return unit.database(bind);
        }
        String given = given().get(bind);
        return given == null ? choice.select(bind) : given;
    }

    /** Whether work of this thread on a bind could have a database to be in. */
    boolean hasDatabase(String bind) {
        return !persistence.isDynamic(bind) || given().containsKey(bind) || choice.isSelected(bind);
    }

    /** Quarkus's own session, for work that is of no unit. */
    Session quarkusSession(String bind) {
        Session session = persistence.quarkusSession(bind);
        if (persistence.isDynamic(bind)) {
            String key = database(bind);
            String used = choice.key(session.getTenantIdentifier());
            if (!key.equals(used)) {
                throw Chosen.switched(bind, used, key, "This transaction");
            }
        }
        return session;
    }

    /** Opens a unit on this thread. @return the one that is current until {@link #leave} puts it back, or null */
    Unit enter(Unit unit) {
        Unit before = CURRENT.get();
        CURRENT.set(unit);
        return before;
    }

    void leave(Unit before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    CommitPolicy policy(UnitOptions options) {
        return options.commit() == CommitPolicy.DEFAULT ? policy : options.commit();
    }

    boolean retriesSafeMethods() {
        return retriesSafeMethods;
    }

    Jta jta() {
        return jta;
    }

    Persistence persistence() {
        return persistence;
    }

    SessionScope scope() {
        return scope;
    }

    /** Null if no bind is dynamic. */
    DatabaseChoice choice() {
        return choice;
    }

    /** Whether uncommitted work is worth a warning: in dev mode. */
    boolean warns() {
        return warns;
    }
}
