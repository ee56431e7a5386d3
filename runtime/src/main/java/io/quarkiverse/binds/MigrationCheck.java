package io.quarkiverse.binds;

import java.util.List;

/**
 * Result of a comparison of the entities of a bind with its database or snapshot. Immutable.
 *
 * @param bind the name of the bind; {@link Bind#DEFAULT} for the default bind
 * @param changes changes that no script has made yet
 * @param pending versions of the scripts that the database lacks; empty for a comparison with a snapshot
 * @param notes remarks such as that the bind has no entities
 * @since 0.1
 */
public record MigrationCheck(String bind, List<MigrationChange> changes, List<String> pending, List<String> notes) {

    /**
     * Copies the lists.
     *
     * @param bind the name of the bind, or {@link Bind#DEFAULT}
     * @param changes empty if the entities are matched
     * @param pending empty if all scripts are applied
     * @param notes empty if there is nothing to remark
     */
    public MigrationCheck {
        changes = List.copyOf(changes);
        pending = List.copyOf(pending);
        notes = List.copyOf(notes);
    }

    /** {@return whether the database has all scripts and matches the entities} */
    public boolean isClean() {
        return changes.isEmpty() && pending.isEmpty();
    }

    /**
     * Requires that the database has all scripts and matches the entities, for example in a test.
     *
     * @throws IllegalStateException if not; the message lists the changes and scripts
     */
    public void requireClean() {
        if (!isClean()) {
            throw new IllegalStateException(describe());
        }
    }

    /** {@return the changes, scripts and notes in words, a line for each} */
    public String describe() {
        String name = bind.equals(Bind.DEFAULT) ? "the default bind" : "bind '" + bind + "'";
        StringBuilder text = new StringBuilder();
        if (!pending.isEmpty()) {
            text.append("The database of ").append(name).append(" is not up to date, it lacks the scripts ")
                    .append(String.join(", ", pending));
        }
        if (!changes.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append("New upgrade operations detected for ").append(name).append(":");
            changes.forEach(change -> text.append("\n  ").append(change.description())
                    .append(change.losesData() ? " (loses data)" : ""));
        }
        if (isClean()) {
            text.append("No new upgrade operations detected for ").append(name);
        }
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.toString();
    }
}
