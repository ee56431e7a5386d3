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

    static final int FORMAT = 1;

    /** Writes the text; the same schema has the same text. */
    public String text() {
        return SnapshotWriter.write(this);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if the text is no snapshot; the message names the line and the cause
     */
    public static Snapshot read(String text) {
        return SnapshotReader.read(text);
    }
}
