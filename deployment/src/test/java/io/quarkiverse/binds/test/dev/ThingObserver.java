package io.quarkiverse.binds.test.dev;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkiverse.binds.ChangesOf;
import io.quarkiverse.binds.ModelsCommitted;

/** Observer that is added while the application runs. */
@ApplicationScoped
public class ThingObserver {

    void changed(@Observes @ChangesOf(Thing.class) ModelsCommitted event) {
        event.changes().forEach(change -> ThingResource.NOTES.add(change.operation().name()));
        event.bulkChanges().forEach(change -> ThingResource.NOTES.add(change.statement()));
    }
}
