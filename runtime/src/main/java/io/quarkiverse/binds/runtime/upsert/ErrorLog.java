package io.quarkiverse.binds.runtime.upsert;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/**
 * Keeps the logs of SQL errors quiet about attempts: a duplicate key is expected there, and any other error is thrown.
 * Thread-safe; concerns the calling thread only.
 */
@Singleton
public class ErrorLog {

    /** Loggers of Hibernate and of the driver of MariaDB, which warn of each error of a server. */
    private static final List<String> NAMES = List.of("org.hibernate.orm.jdbc.error",
            "org.mariadb.jdbc.message.server.ErrorPacket");

    private final ThreadLocal<Boolean> silent = new ThreadLocal<>();
    private final List<Guarded> loggers = new ArrayList<>();

    /** Without a reference to {@code Logger.getLogger}, whose caller matters: the JVM makes classes for it at the start. */
    ErrorLog() {
        for (String name : NAMES) {
            Guarded guarded = new Guarded(Logger.getLogger(name));
            guarded.logger.setFilter(guarded);
            loggers.add(guarded);
        }
    }

    /** The time of an attempt. */
    interface Silence extends AutoCloseable {

        @Override
        void close();
    }

    private final class Guarded implements Filter {

        private final Logger logger;
        private final Filter before;

        Guarded(Logger logger) {
            this.logger = logger;
            this.before = logger.getFilter();
        }

        @Override
        public boolean isLoggable(LogRecord record) {
            return silent.get() == null && (before == null || before.isLoggable(record));
        }
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
        loggers.forEach(guarded -> guarded.logger.setFilter(guarded.before));
    }
}
