package io.quarkiverse.binds.runtime.session;

import org.hibernate.engine.spi.SessionLazyDelegator;

/**
 * What {@code Session} and {@code EntityManager} are injected as: the session of the unit of work, and where there is none, or
 * where a transaction that is not its own is going on, what Quarkus injects without this extension. Thread-safe.
 */
final class InjectedSession extends SessionLazyDelegator {

    InjectedSession(Units units, String bind) {
        super(() -> {
            Unit unit = units.governing();
            return unit == null ? units.quarkusSession(bind) : unit.session(bind);
        });
    }
}
