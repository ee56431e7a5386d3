package io.quarkiverse.binds.runtime.session;

import org.hibernate.engine.spi.SessionLazyDelegator;

/** The session of one bind in one unit of work, refused to other threads and after the end. */
final class UnitSession extends SessionLazyDelegator {

    UnitSession(Unit unit, String bind) {
        super(() -> unit.session(bind));
    }
}
