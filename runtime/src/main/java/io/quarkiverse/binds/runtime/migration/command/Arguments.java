package io.quarkiverse.binds.runtime.migration.command;

import java.util.List;

import io.quarkiverse.binds.runtime.migration.file.SnapshotMerge.Preference;

/**
 * The arguments of a command. Immutable.
 *
 * @param binds names as the user wrote them; none for all binds
 * @param allDatabases whether all databases that the sources list are meant
 * @param databases keys of databases
 * @param parallel number of databases at the same time
 * @param target version; null for a command without one
 * @param sql whether scripts are printed instead of run
 * @param directory null for that of the configuration
 */
record Arguments(Action action, List<String> binds, boolean allDatabases, List<String> databases, int parallel, String message,
        String target, boolean offline, boolean allowDestructive, boolean sql, String directory, Preference preference) {

    Arguments {
        binds = List.copyOf(binds);
        databases = List.copyOf(databases);
    }

    boolean namesDatabases() {
        return allDatabases || !databases.isEmpty();
    }

    /** Whether the command needs neither a database nor the entities. */
    boolean worksOnFiles() {
        return action == Action.INIT || action == Action.HEADS || action == Action.MERGE
                || offline && (action == Action.HISTORY || action == Action.SQL);
    }

    /** Whether the command reads the entities, so that Hibernate has to know them. */
    boolean needsEntities() {
        return action == Action.MIGRATE || action == Action.CHECK || action == Action.CREATE_ALL || action == Action.DROP_ALL;
    }

    /** Whether the command reverts a number of scripts, whichever they are. */
    boolean revertsByNumber() {
        return action == Action.DOWNGRADE && !sql && target.startsWith("-");
    }

    boolean needsNoDatabase() {
        return offline || worksOnFiles();
    }
}
