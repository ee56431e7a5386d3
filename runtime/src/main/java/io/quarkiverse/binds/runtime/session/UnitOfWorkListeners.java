package io.quarkiverse.binds.runtime.session;

import java.util.List;

import org.jboss.logging.Logger;

/** The listeners of the application, at least one. Thread-safe. */
final class UnitOfWorkListeners {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    private final List<UnitOfWorkListener> listeners;
    private final boolean observesWrites;

    private UnitOfWorkListeners(List<UnitOfWorkListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.observesWrites = listeners.stream().anyMatch(UnitOfWorkListener::observesWrites);
    }

    /** @return null if there is no listener */
    static UnitOfWorkListeners of(List<UnitOfWorkListener> listeners) {
        return listeners.isEmpty() ? null : new UnitOfWorkListeners(listeners);
    }

    boolean observesWrites() {
        return observesWrites;
    }

    void ended(UnitOfWorkListener.End end) {
        for (UnitOfWorkListener listener : listeners) {
            try {
                listener.ended(end);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s has failed at the end of the unit of work of %s", listener.getClass().getName(), end.name());
            }
        }
    }
}
