package io.quarkiverse.binds.test.doors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.binds.test.doors.Oracle.Failure;
import io.quarkiverse.binds.test.doors.Oracle.Undetermined;

/**
 * Model of a transaction over all databases, for {@link Oracle}: rows are named by database and name, their value is the
 * amount.
 */
final class ModelTransaction {

    private final Map<String, Integer> stored;
    /** Amount by row; null for a deleted row. */
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, Map<String, Integer>> snapshots = new HashMap<>();
    /** Rows with an unflushed change or deletion. */
    private final Set<String> unflushed = new HashSet<>();
    private final Set<String> killed = new HashSet<>();
    private boolean marked;

    /**
     * @param stored the committed rows
     */
    ModelTransaction(Map<String, Integer> stored) {
        this.stored = stored;
    }

    boolean isMarked() {
        return marked;
    }

    void mark() {
        marked = true;
    }

    void kill(String database) {
        killed.add(database);
    }

    /** @return whether the row is visible; null if that depends on the session */
    Boolean read(String database, String key) {
        select(database);
        return unflushed.contains(key) ? null : exists(database, key);
    }

    void add(String database, String key) {
        use(database);
        changes.put(key, 0);
    }

    void change(String database, String key) {
        amend(database, key, amount(key) + 1);
    }

    void delete(String database, String key) {
        amend(database, key, null);
    }

    private void amend(String database, String key, Integer amount) {
        select(database);
        if (!exists(database, key)) {
            throw new Failure(false);
        }
        changes.put(key, amount);
        unflushed.add(key);
    }

    void nativeUpdate(String database, String key) {
        use(database);
        if (!exists(database, key)) {
            throw new Undetermined("The lock of a gap between rows");
        }
        unflushed.removeIf(waiting -> waiting.startsWith(database + ":")); // the session is flushed before
        changes.put(key, amount(key) + 10);
    }

    void flush() {
        if (marked || !killed.isEmpty()) {
            throw new Undetermined("Whether there is something to send over a connection that was killed");
        }
        unflushed.clear();
    }

    void commit() {
        if (marked) {
            throw new Failure(false);
        }
        if (!killed.isEmpty()) {
            throw new Undetermined("Whether a commit has arrived");
        }
        changes.forEach((key, amount) -> {
            if (amount == null) {
                stored.remove(key);
            } else {
                stored.put(key, amount);
            }
        });
    }

    private void use(String database) {
        if (marked) {
            throw new Undetermined("Whether a transaction that can only be rolled back takes more work");
        }
        if (killed.contains(database)) {
            marked = true;
            throw new Failure(false);
        }
    }

    /** Takes the snapshot of MySQL's repeatable read at the first select of a transaction. */
    private void select(String database) {
        use(database);
        snapshots.computeIfAbsent(database, d -> new HashMap<>(stored));
    }

    private boolean exists(String database, String key) {
        return changes.containsKey(key) ? changes.get(key) != null
                : snapshots.getOrDefault(database, stored).containsKey(key);
    }

    private int amount(String key) {
        Integer amount = changes.containsKey(key) ? changes.get(key) : stored.get(key);
        return amount == null ? 0 : amount;
    }
}
