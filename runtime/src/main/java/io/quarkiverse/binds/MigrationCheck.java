package io.quarkiverse.binds;

import java.util.List;

/**
 * Result of a comparison of the entities of a bind with its database or snapshot.
 *
 * @param changes changes that no script has made yet
 * @param pending versions of the scripts that the database lacks; empty for a comparison with a snapshot
 * @param notes remarks such as that the bind has no entities
 */
public record MigrationCheck(String bind, List<MigrationChange> changes, List<String> pending, List<String> notes) {

    public MigrationCheck {
        changes = List.copyOf(changes);
        pending = List.copyOf(pending);
        notes = List.copyOf(notes);
    }

    /** Whether the database has all scripts and matches the entities. */
    public boolean isClean() {
        return changes.isEmpty() && pending.isEmpty();
    }
}
