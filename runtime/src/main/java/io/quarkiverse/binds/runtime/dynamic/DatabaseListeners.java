package io.quarkiverse.binds.runtime.dynamic;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;

/** Informs the {@link DatabaseListener} beans about the databases of one bind. Thread-safe. */
final class DatabaseListeners {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final String bind;
    private final List<DatabaseListener> listeners;

    DatabaseListeners(String bind, List<DatabaseListener> listeners) {
        this.bind = bind;
        this.listeners = listeners;
    }

    /** Informs the listeners. If one throws, those informed before are informed of the close, and the exception is rethrown. */
    void opened(DatabasePool pool) {
        List<DatabaseListener> informed = new ArrayList<>(listeners.size());
        try {
            for (DatabaseListener listener : listeners) {
                informed.add(listener);
                listener.opened(bind, pool.key(), pool::stats);
            }
        } catch (Throwable e) {
            closed(informed, pool);
            throw e;
        }
    }

    void closed(DatabasePool pool) {
        closed(listeners, pool);
    }

    /**
     * Informs the listeners of a close. An exception is logged: the pool has to be closed and the other listeners informed all
     * the same.
     */
    private void closed(List<DatabaseListener> informed, DatabasePool pool) {
        for (DatabaseListener listener : informed) {
            try {
                listener.closed(bind, pool.key());
            } catch (Throwable e) {
                LOG.errorf(e, "%s failed when it was informed that database '%s' of %s is closed", BeanNames.of(listener),
                        pool.key(), BindNames.display(bind));
            }
        }
    }
}
