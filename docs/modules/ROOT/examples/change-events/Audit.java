package org.acme.todo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.BulkChange;
import io.quarkiverse.binds.ChangesOf;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.ModelChange;

@ApplicationScoped
public class Audit {

    @Inject
    Db db;

    void record(@Observes @ChangesOf(Todo.class) BeforeModelsCommitted event) {
        for (ModelChange change : event.changes()) {
            db.add(AuditEntry.of(change.operation() + " todo " + change.id()));
        }
        for (BulkChange change : event.bulkChanges()) {
            db.add(AuditEntry.of(change.count() + " rows: " + change.statement()));
        }
    }
}
