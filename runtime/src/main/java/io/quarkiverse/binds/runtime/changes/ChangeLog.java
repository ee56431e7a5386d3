package io.quarkiverse.binds.runtime.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.engine.spi.EntityKey;

import io.quarkiverse.binds.BulkChange;
import io.quarkiverse.binds.ModelChange;
import io.quarkiverse.binds.ModelChange.Operation;

/** The net changes of rows, and the bulk statements, in the order of their first statements. Confined to one transaction. */
final class ChangeLog {

    private final Map<Row, ModelChange> changes = new LinkedHashMap<>();
    private final List<BulkChange> bulkChanges = new ArrayList<>(0);

    private record Row(String bind, String database, EntityKey key) {
    }

    boolean isEmpty() {
        return changes.isEmpty() && bulkChanges.isEmpty();
    }

    List<ModelChange> changes() {
        return List.copyOf(changes.values());
    }

    List<BulkChange> bulkChanges() {
        return List.copyOf(bulkChanges);
    }

    void add(EntityKey key, ModelChange change) {
        add(new Row(change.bind(), change.database(), key), change);
    }

    private void add(Row row, ModelChange change) {
        ModelChange before = changes.get(row);
        Operation net = before == null ? change.operation() : net(before.operation(), change.operation());
        if (net == null) {
            changes.remove(row);
        } else {
            changes.put(row, net == change.operation() ? change
                    : new ModelChange(change.entity(), change.id(), net, change.bind(), change.database()));
        }
    }

    void add(BulkChange change) {
        bulkChanges.add(change);
    }

    /** Adds later changes. */
    void addAll(ChangeLog later) {
        later.changes.forEach(this::add);
        bulkChanges.addAll(later.bulkChanges);
    }

    /** The effect of two operations on a row, one after the other; null if the row is as before: not there. */
    static Operation net(Operation first, Operation second) {
        if (first == Operation.DELETE) {
            return second == Operation.INSERT || second == Operation.UPSERT ? Operation.UPDATE : Operation.DELETE;
        }
        if (second != Operation.DELETE) {
            return first;
        }
        return first == Operation.INSERT ? null : Operation.DELETE;
    }
}
