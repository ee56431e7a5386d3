package io.quarkiverse.binds.runtime.migration.statement;

import java.util.List;

import io.quarkiverse.binds.runtime.migration.comparison.Change;

/**
 * A statement with its step.
 *
 * @param changes those whose losses and risks are those of the statement; none for a statement that only accompanies another
 */
record Rendered(Phase phase, String sql, List<String> comments, List<Change> changes) {

    static Rendered of(Phase phase, Change change, String sql, String... comments) {
        return new Rendered(phase, sql, List.of(comments), List.of(change));
    }

    static Rendered accompanying(Phase phase, String sql) {
        return new Rendered(phase, sql, List.of(), List.of());
    }
}
