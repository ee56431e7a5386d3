package io.quarkiverse.binds.runtime.config;

import java.util.Map;
import java.util.Set;

import io.quarkus.runtime.ExecutionMode;
import io.smallrye.config.ConfigValue;

/**
 * Switches off what changes or validates tables at a start, if the process runs a command of migrations: {@code schema} and
 * {@code migrate-at-start} of binds, Quarkus's own keys for Hibernate ORM, and those of Flyway and Liquibase. A command such as
 * {@code db migrate} would find its changes made, and {@code db stamp} would come too late. An offline command does not let
 * Hibernate ask a server either. The log goes to standard error, since standard output is for the result of the command.
 */
final class CommandOverrides {

    private static final String FLYWAY = "quarkus.flyway.";
    private static final String LIQUIBASE = "quarkus.liquibase.";
    private static final String NONE = "none";
    private static final String FALSE = "false";
    private static final String TRUE = "true";

    private static final Map<String, String> OF_COMMANDS = Map.of("quarkus.log.console.stderr", TRUE, "quarkus.banner.enabled",
            FALSE);

    private static final Set<String> AT_START = Set.of("migrate-at-start", "clean-at-start", "baseline-at-start",
            "repair-at-start", "validate-at-start");

    private CommandOverrides() {
    }

    /** Whether the application starts or runs; its build reads the configuration too. */
    static boolean isStarting() {
        ExecutionMode mode = ExecutionMode.current();
        return mode == ExecutionMode.RUNTIME_INIT || mode == ExecutionMode.RUNNING;
    }

    /** The value of a key that does not depend on what is set; null for other keys. */
    static ConfigValue fixed(String name, CommandMode mode) {
        if (mode.isOffline() && name.startsWith(QuarkusKey.HIBERNATE) && name.endsWith("." + QuarkusKey.START_OFFLINE)) {
            return DerivedValue.value(name, TRUE, null);
        }
        String ofCommands = OF_COMMANDS.get(name);
        return ofCommands == null ? null : DerivedValue.value(name, ofCommands, null);
    }

    /**
     * The value of a key in a process that runs a command.
     *
     * @param value the value that is set or derived; null if there is none, which stays so
     */
    static ConfigValue changed(String name, ConfigValue value) {
        String replacement = value == null || value.getValue() == null ? null : replacement(name);
        return replacement == null ? value : value.withValue(replacement);
    }

    /** @return null for a key that has nothing to do with the start */
    static String replacement(String name) {
        if (name.startsWith(QuarkusKey.HIBERNATE)) {
            return name.endsWith("." + QuarkusKey.SCHEMA) || name.endsWith("." + QuarkusKey.OLD_SCHEMA) ? NONE : null;
        }
        if (name.startsWith(FLYWAY) || name.startsWith(LIQUIBASE)) {
            return AT_START.contains(name.substring(name.lastIndexOf('.') + 1)) ? FALSE : null;
        }
        BindKey key = BindKey.parse(name);
        if (key == null) {
            return null;
        }
        return key.key().equals(Key.SCHEMA.key()) ? NONE : AT_START.contains(key.key()) ? FALSE : null;
    }
}
