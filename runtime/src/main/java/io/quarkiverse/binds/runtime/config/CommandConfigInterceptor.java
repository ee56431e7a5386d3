package io.quarkiverse.binds.runtime.config;

import java.util.Map;
import java.util.Set;

import jakarta.annotation.Priority;

import io.quarkus.runtime.ExecutionMode;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;

/**
 * Switches off what changes or validates tables at a start, if the process runs a command of migrations: {@code schema} and
 * {@code migrate-at-start} of binds, Quarkus's own keys for Hibernate ORM, and those of Flyway and Liquibase. A command such as
 * {@code db migrate} would find its changes made, and {@code db stamp} would come too late. An offline command does not let
 * Hibernate ask a server either. The log goes to standard error, since standard output is for the result of the command.
 */
// called before BindsConfigInterceptor (700), which derives values of some of these keys
@Priority(Priorities.LIBRARY + 800)
public final class CommandConfigInterceptor implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    private static final String FLYWAY = "quarkus.flyway.";
    private static final String LIQUIBASE = "quarkus.liquibase.";
    private static final String NONE = "none";
    private static final String FALSE = "false";
    private static final String TRUE = "true";

    private static final Map<String, String> OF_COMMANDS = Map.of("quarkus.log.console.stderr", TRUE, "quarkus.banner.enabled",
            FALSE);

    private static final Set<String> AT_START = Set.of("migrate-at-start", "clean-at-start", "baseline-at-start",
            "repair-at-start", "validate-at-start");

    private transient volatile CommandMode mode;
    /** Whether this process is known to run no command: then a lookup costs nothing here. */
    private transient volatile boolean passing;

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (passing || !name.startsWith("quarkus.") || !isStarting() || name.equals(CommandMode.KEY)) {
            return context.proceed(name);
        }
        CommandMode current = mode;
        if (current == null) {
            ConfigValue command = context.proceed(CommandMode.KEY);
            current = CommandMode.ofProcess(command == null ? CommandMode.DEFAULT_NAME
                    : command.getValue() == null ? "" : command.getValue());
            mode = current;
            passing = !current.isCommand();
        }
        return current.isCommand() ? ofCommand(context, name, current) : context.proceed(name);
    }

    /** Whether the application starts or runs; its build reads the configuration too. */
    private static boolean isStarting() {
        ExecutionMode mode = ExecutionMode.current();
        return mode == ExecutionMode.RUNTIME_INIT || mode == ExecutionMode.RUNNING;
    }

    private static ConfigValue ofCommand(ConfigSourceInterceptorContext context, String name, CommandMode mode) {
        if (mode.isOffline() && name.startsWith(QuarkusKey.HIBERNATE) && name.endsWith("." + QuarkusKey.START_OFFLINE)) {
            return DerivedValue.value(name, TRUE, null);
        }
        String ofCommands = OF_COMMANDS.get(name);
        if (ofCommands != null) {
            return DerivedValue.value(name, ofCommands, null);
        }
        ConfigValue value = context.proceed(name);
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
