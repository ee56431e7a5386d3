package io.quarkiverse.binds.runtime.migration.command;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.quarkus.runtime.Application;

/** Keeps messages out of the log of a command that would hide its results. */
final class CommandLog {

    // held here: a logger that nothing refers to forgets its level
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    // Quarkus logs that the start has failed, unless the exception has a message, which it would print; and a pool that is
    // closed while it makes connections tells that they failed
    private static final List<Logger> OF_THE_END = List.of(Logger.getLogger(Application.class.getName()),
            Logger.getLogger("io.agroal.pool"));

    private CommandLog() {
    }

    /**
     * Flyway tells its steps on each database, which the result of the command tells shorter. A level that the application
     * configures for it stays.
     */
    static void quiet() {
        if (FLYWAY.getLevel() == null) {
            FLYWAY.setLevel(Level.SEVERE);
        }
    }

    /** Called when the command has printed its results, and the process begins to end. */
    static void quietEnd() {
        OF_THE_END.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
