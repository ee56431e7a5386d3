package io.quarkiverse.binds.runtime.migration.file;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;

/**
 * The schema after the newest script, as the file {@link #FILE} beside the scripts keeps it. It has no password and no host.
 * <p>
 * The text has one fact per line, sorted, so that git merges the changes of two branches, unless both change the same fact or
 * add facts at the same place. The order of columns is told by the column before, not by a number, so that a column that is
 * added or dropped changes no other line but that of its successor. There is no version of a script in it, which would be a
 * conflict of any two branches. Immutable.
 *
 * @param kind kind of database whose words the types and expressions are
 */
public record Snapshot(CatalogKind kind, SchemaState schema) {

    /** Name of the file. */
    public static final String FILE = "schema.snapshot";
}
