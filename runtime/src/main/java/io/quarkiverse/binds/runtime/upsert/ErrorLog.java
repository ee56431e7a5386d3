package io.quarkiverse.binds.runtime.upsert;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/**
 * Keeps Hibernate's log of SQL errors quiet about attempts: a duplicate key is expected there, and any other error is thrown.
 * Thread-safe; concerns the calling thread only.
 */
@Singleton
public class ErrorLog implements Filter {

    private final Logger logger = Logger.getLogger("org.hibernate.orm.jdbc.error");
    private final ThreadLocal<Boolean> silent = new ThreadLocal<>();
    private final Filter before = logger.getFilter();

    ErrorLog() {
        logger.setFilter(this);
    }

    /** The time of an attempt. */
    interface Silence extends AutoCloseable {

        @Override
        void close();
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        return silent.get() == null && (before == null || before.isLoggable(record));
    }

    Silence silence() {
        if (silent.get() != null) {
            return () -> {
            };
        }
        silent.set(Boolean.TRUE);
        return silent::remove;
    }

    @PreDestroy
    void restore() {
        logger.setFilter(before);
    }
}
