package io.quarkiverse.binds.runtime.session;

import java.util.List;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.End;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.UsedBind;

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

    void begun() {
        tell("begin of a unit of work", UnitOfWorkListener::begun);
    }

    void committed(List<UsedBind> binds) {
        tell("commit of a unit of work", listener -> listener.committed(binds));
    }

    void ended(End end) {
        tell("end of the unit of work of " + end.name(), listener -> listener.ended(end));
    }

    private void tell(String event, Consumer<UnitOfWorkListener> call) {
        for (UnitOfWorkListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s has failed at the %s", listener.getClass().getName(), event);
            }
        }
    }
}
