package org.acme.todo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkiverse.binds.ChangesOf;
import io.quarkiverse.binds.ModelChange;
import io.quarkiverse.binds.ModelsCommitted;

@ApplicationScoped
public class SearchIndex {

    void update(@Observes @ChangesOf(Todo.class) ModelsCommitted event) {
        for (ModelChange change : event.changes()) {
            if (change.operation() == ModelChange.Operation.DELETE) {
                remove(change.id());
            } else {
                put((Todo) change.entity());
            }
        }
    }

    private void put(Todo todo) {
    }

    private void remove(Object id) {
    }
}
