package io.quarkiverse.binds.runtime.migration;

import java.util.List;

import io.quarkiverse.binds.MigrationChange;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.comparison.RenameHints;
import io.quarkiverse.binds.runtime.migration.comparison.SchemaComparison;
import io.quarkiverse.binds.runtime.migration.statement.Descriptions;
import io.quarkiverse.binds.runtime.migration.statement.Statements;

/**
 * The changes of a bind from one state to another. Immutable.
 *
 * @param from the tables of the database or of the snapshot
 * @param to the tables that the entities need
 * @param changes empty if both are equal
 */
record BindComparison(SchemaState from, SchemaState to, Options options, List<Change> changes) {

    static BindComparison of(SchemaState from, SchemaState to, Options options) {
        return new BindComparison(from, to, options, SchemaComparison.compare(from, to, options));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes in the words of the API. */
    List<MigrationChange> described() {
        return changes.stream()
                .map(change -> new MigrationChange(change.table(), Descriptions.of(change), statements().losesData(change)))
                .toList();
    }

    /** Remarks on pairs of changes that may be a rename. */
    List<String> hints() {
        return changes.stream().flatMap(change -> RenameHints.of(change, changes).stream()
                .map(hint -> Descriptions.of(change) + ": " + hint)).toList();
    }

    Statements statements() {
        return Statements.of(options.kind());
    }

    /** The state after the changes but those that are withheld. */
    SchemaState reached(List<Change> withheld) {
        return SchemaComparison.reached(from, to, options, withheld);
    }

    /** The changes that lead back to the first state. */
    List<Change> undo(SchemaState reached) {
        return SchemaComparison.undo(from, reached, options);
    }
}
